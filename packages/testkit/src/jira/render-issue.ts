import type { Context } from './context.ts';
import type { ValueKind } from './fields/field.ts';
import { resolutionKind } from './fields/named-kind.ts';
import { userKind } from './fields/user-kind.ts';
import { findProject } from './find-project.ts';
import type { StoredIssue } from './issue-store.ts';
import { renderComments } from './render-comment.ts';
import { showAttachment } from './show-attachment.ts';
import { showProject } from './show-project.ts';

/** What a reader asks to see of an issue. */
export interface Wanted {
  /** Field ids, `*all` or `*navigable` (all but comments and attachments). */
  readonly fields: readonly string[];
  /** Property keys, or `*all`. */
  readonly properties: readonly string[];
  /** `names` and `schema` tell about the fields that are shown; whatever else is asked for is not there. @default none */
  readonly expand?: readonly string[];
}

/** Names of a list that comes as an array or divided by commas; `otherwise` where there is none. */
export function namesOf(sent: unknown, otherwise: readonly string[]): readonly string[] {
  if (typeof sent === 'string' && sent) return sent.split(',').map(name => name.trim());
  return Array.isArray(sent) ? sent.filter(name => typeof name === 'string') : otherwise;
}

export function renderIssue(issue: StoredIssue, wanted: Wanted, context: Context): Record<string, unknown> {
  const fields = renderFields(issue, wanted.fields, context);
  const shown = context.site.fields.filter(({ id }) => Object.hasOwn(fields, id));
  return {
    expand: 'renderedFields,names,schema,operations,editmeta,changelog,versionedRepresentations',
    id: issue.id,
    self: `${context.url}/rest/api/${context.version}/issue/${issue.id}`,
    key: issue.key,
    fields,
    ...(wanted.expand?.includes('names') ? { names: Object.fromEntries(shown.map(({ id, name }) => [id, name])) } : {}),
    ...(wanted.expand?.includes('schema')
      ? { schema: Object.fromEntries(shown.map(({ id, schema }) => [id, schema])) }
      : {}),
    ...(wanted.properties.length > 0 ? { properties: pick(issue.properties, wanted.properties) } : {}),
  };
}

function renderFields(issue: StoredIssue, names: readonly string[], context: Context): Record<string, unknown> {
  const shown = Object.fromEntries(
    Object.entries(pick(issue.fields, names)).map(([name, value]) => [name, renderField(name, value, context)]),
  );
  const asked = (name: string): boolean => names.includes('*all') || names.includes(name);
  const attachment = issue.attachments.map(each => showAttachment(each, context));
  return {
    ...shown,
    ...(asked('comment') ? { comment: renderComments(issue, context) } : {}),
    ...(asked('attachment') ? { attachment } : {}),
  };
}

function renderField(name: string, value: unknown, context: Context): unknown {
  const kind = context.site.fields.find(({ id }) => id === name)?.kind;
  const show = kind?.show ?? shownKinds[name];
  return show ? show(value, context) : value;
}

/** What no screen of a create or an edit has. */
const shownKinds: Readonly<Record<string, ValueKind['show']>> = {
  creator: userKind.show,
  resolution: resolutionKind.show,
  project: (stored, place) => {
    const project = findProject(place.site, stored);
    return project ? showProject(project, place) : stored;
  },
};

function pick(values: Readonly<Record<string, unknown>>, names: readonly string[]): Record<string, unknown> {
  const everything = names.includes('*all') || names.includes('*navigable');
  return Object.fromEntries(Object.entries(values).filter(([name]) => everything || names.includes(name)));
}
