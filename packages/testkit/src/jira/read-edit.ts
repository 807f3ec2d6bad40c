import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';
import type { Reply } from '../simulator/reply.ts';
import { accountUser } from './account.ts';
import type { NewComment } from './add-comment.ts';
import { applyUpdate } from './apply-update.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';
import { checkFields } from './fields/check-fields.ts';
import type { Field } from './fields/field.ts';
import { checkComment } from './read-comment.ts';
import { readProperties } from './read-properties.ts';
import type { Project } from './site.ts';

/** A create or an edit that has passed every check. */
export interface Edit {
  readonly values: JsonObject;
  readonly comments: readonly NewComment[];
  readonly properties: JsonObject;
}

export type EditReading =
  | { readonly kind: 'edit'; readonly edit: Edit }
  | { readonly kind: 'no'; readonly reply: Reply };

const no = (reply: Reply): EditReading => ({ kind: 'no', reply });

/** What is edited: the fields as they are, and those that the screen shows. */
interface Editing {
  readonly current: JsonObject;
  readonly project: Project;
  /** None of them where the account lacks the permission: the site then says that there is no such field. */
  readonly screen: readonly Field[];
}

/** Reads `{ fields, update, properties }`. All field errors are told at once, and nothing is stored on any of them. */
export function readEdit(body: JsonObject, { current, project, screen }: Editing, context: Context): EditReading {
  const fields = isJsonObject(body.fields) ? body.fields : {};
  const update = isJsonObject(body.update) ? body.update : {};
  const both = Object.keys(update).filter(name => Object.hasOwn(fields, name));
  if (both.length > 0) return no(failure(400, [], byField(both, "cannot appear in both 'fields' and 'update'")));

  const asked = applyUpdate(update, current, screen);
  const about = { site: context.site, project, version: context.version };
  const checked = checkFields({ ...fields, ...asked.fields }, screen, about);
  const removed = checkFields(asked.removed, screen, about);
  const properties = readProperties(body.properties);
  if (!properties) return no(failures.invalidPayload());
  if (asked.comments.length > 0 && !context.site.may('ADD_COMMENTS'))
    return no(failures.mayNotComment(accountUser(context.site).displayName));
  const verdicts = asked.comments.map(({ body }) => checkComment(body, context));
  const badComment = verdicts.find(verdict => verdict.kind === 'refused');
  const errors = {
    ...removed.errors,
    ...checked.errors,
    ...asked.errors,
    ...(badComment ? { comment: badComment.message } : {}),
  };
  if (asked.errorMessages.length + Object.keys(errors).length > 0) return no(failure(400, asked.errorMessages, errors));
  if (checked.notADocument || verdicts.some(verdict => verdict.kind === 'not-a-document'))
    return no(failures.invalidDocument());
  const comments: NewComment[] = [];
  for (const { body, properties: sent } of asked.comments) {
    const read = readProperties(sent);
    if (!read) return no(failures.invalidPayload());
    comments.push({ body, properties: read });
  }
  return { kind: 'edit', edit: { values: checked.values, comments, properties } };
}

const byField = (names: readonly string[], message: string): Record<string, string> =>
  Object.fromEntries(names.map(name => [name, `Field '${name}' ${message}`]));
