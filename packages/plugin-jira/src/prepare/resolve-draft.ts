import { type Call, type Fields, ItsmError, type Json, type TicketDraft, type Warning } from '@itsm-bridge/core';
import { type Fitted, fitFields, missingFields, type Unfit } from '../fields/fit-fields.ts';
import type { KeptScreen } from '../fields/keep-screen.ts';
import { list } from '../fields/lists.ts';
import type { UserNames } from '../fields/look-up-user.ts';
import type { Screen } from '../fields/read-screen.ts';
import { usersIn } from '../fields/users-in.ts';
import type { JiraSettings } from '../settings.ts';
import { draftVersion } from './draft-version.ts';
import { richText } from './rich-text.ts';

export interface ResolveDeps {
  readonly settings: JiraSettings;
  readonly screen: KeptScreen;
  readonly users: UserNames;
}

/** What every issue is sent with, asked for or not: where the screen has not got it, the issue goes without. */
const ours = ['priority', 'labels', 'description'] as const;
/** What `prepare` puts in by itself, in its own way. */
const prepared: ReadonlySet<string> = new Set(['project', 'issuetype', 'summary', 'description']);

/**
 * Gives the mapped values the shapes of the project's own fields, and its users their ids, before anything is sent.
 *
 * @throws ItsmError kind `mapping`: all that does not fit, and what is accepted; with `unfit_fields: "leave_out"` only what
 *   is required. What does not fit is held against a screen of now before that is said.
 */
export function createResolve({ settings, screen, users }: ResolveDeps) {
  return async (draft: TicketDraft, { signal }: Pick<Call, 'signal'>): Promise<TicketDraft> => {
    // A project in the mapping is refused by `prepare`, with its reason.
    if (!settings.field_check || draft.fields.project !== undefined) return draft;
    const version = draftVersion(draft, settings);
    const fit = async (on: Screen): Promise<Fitted> => {
      const asked = askedOf(draft.fields, on);
      const user = await usersIn(asked, on, users, signal);
      const fitted = fitFields(asked, on, { rich: text => richText(text, version), user });
      const given = [...prepared, ...ours, ...Object.keys(asked)];
      return { ...fitted, unfit: [...fitted.unfit, ...missingFields(given, on)] };
    };
    let on = await screen.get();
    let fitted = await fit(on);
    if (fitted.unfit.length > 0) {
      on = await screen.anew();
      fitted = await fit(on);
    }
    const missing = ours.filter(field => !on.has(field));
    const left = leftOut(fitted.unfit, settings);
    const warnings = [...missing.map(notOnScreen), ...left.map(({ field, message }) => warning(field, message))];
    return {
      ...draft,
      fields: { ...keptOf(draft.fields), ...fitted.fields, ...nulls(missing) },
      warnings: [...draft.warnings, ...warnings],
    };
  };
}

/** What is held against the screen, under the names that it has there. */
function askedOf({ component, components, ...fields }: Fields, on: Screen): Fields {
  const parts: readonly Json[] = [...list(components), ...list(component)];
  const asked = Object.entries({ ...fields, ...(parts.length > 0 ? { components: parts } : {}) });
  const isOurs = (field: string) => ours.some(one => one === field) && !on.has(field);
  return Object.fromEntries(asked.filter(([field]) => !prepared.has(field) && !isOurs(field)));
}

const keptOf = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => prepared.has(field)));

/** For `prepare`: to be sent without it. */
const nulls = (fields: readonly string[]): Fields => Object.fromEntries(fields.map(field => [field, null]));

/** @throws ItsmError kind `mapping`: something is not to be left out. */
function leftOut(unfit: readonly Unfit[], { unfit_fields, issue_type, project_key }: JiraSettings): readonly Unfit[] {
  const refused = unfit.filter(({ required }) => required || unfit_fields === 'refuse');
  if (refused.length === 0) return unfit;
  const messages = refused.map(({ message }) => message).join(' ');
  throw new ItsmError('mapping', `${issue_type} in ${project_key} would be refused. ${messages}`);
}

const notOnScreen = (field: string): Warning =>
  warning(field, `${field}: is not on the screen of this project.${field === 'labels' ? withoutLabel : ''}`);
const withoutLabel = ' The key is on the issue as a property only, which no search finds.';

const warning = (field: string, message: string): Warning => ({
  ...{ code: 'field-left-out', field },
  message: `${message} It is left out.`,
});
