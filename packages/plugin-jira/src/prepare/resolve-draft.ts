import type { Call, Fields, TicketDraft, Warning } from '@itsm-bridge/core';
import { type Fitted, fitFields, isNothing, missingFields } from '../fields/fit-fields.ts';
import type { KeptScreen } from '../fields/keep-screen.ts';
import type { UserNames } from '../fields/look-up-user.ts';
import type { Screen } from '../fields/read-screen.ts';
import { fieldLeftOut, leftOut, withComponents } from '../fields/shape-on.ts';
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
const isOurs = (field: string): boolean => ours.some(one => one === field);
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
    // A project or an issue type in the mapping is refused by `prepare`, with its reason.
    const { project, issuetype } = draft.fields;
    if (!settings.field_check || project !== undefined || issuetype !== undefined) return draft;
    const version = draftVersion(draft, settings);
    const fit = async (on: Screen): Promise<Fitted> => {
      const asked = await withReporter(askedOf(draft.fields, on), on, signal);
      const user = await usersIn(asked, on, users, signal);
      const fitted = fitFields(asked, on, { rich: text => richText(text, version), user });
      const isMapped = (field: string) => Object.hasOwn(asked, field) && !isNothing(asked[field]);
      const missing = missingFields(field => prepared.has(field) || isOurs(field) || isMapped(field), on);
      return missing.length === 0 ? fitted : { ...fitted, unfit: [...fitted.unfit, ...missing] };
    };
    let create = await screen.get(signal);
    let fitted = await fit(create.fields);
    if (fitted.unfit.length > 0) {
      create = await screen.anew(signal);
      fitted = await fit(create.fields);
    }
    const { fields: on, issueType } = create;
    const missing = ours.filter(field => !on.has(field));
    const { issue_type, project_key, unfit_fields } = settings;
    const left = leftOut(fitted.unfit, unfit_fields, `${issue_type} in ${project_key} would be refused.`);
    const warnings = [...missing.map(notOnScreen), ...left];
    return {
      ...draft,
      fields: { ...keptOf(draft.fields), ...fitted.fields, ...nulls(missing), issuetype: issueType },
      warnings: [...draft.warnings, ...warnings],
    };
  };

  /** Data Center requires a reporter of whoever may set one, and fills in nobody: it is the account that signs in. */
  async function withReporter(asked: Fields, on: Screen, signal: AbortSignal): Promise<Fields> {
    if (!on.get('reporter')?.required || !isNothing(asked.reporter)) return asked;
    const self = await users.self(signal);
    return self === undefined ? asked : { ...asked, reporter: self };
  }
}

/** What is held against the screen, under the names that it has there. */
function askedOf(fields: Fields, on: Screen): Fields {
  const asked = Object.entries(withComponents(fields));
  return Object.fromEntries(asked.filter(([field]) => !prepared.has(field) && (on.has(field) || !isOurs(field))));
}

const keptOf = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([field]) => prepared.has(field)));

/** For `prepare`: to be sent without it. */
const nulls = (fields: readonly string[]): Fields => Object.fromEntries(fields.map(field => [field, null]));

const notOnScreen = (field: string): Warning =>
  fieldLeftOut(field, `${field}: is not on the screen of this project.${field === 'labels' ? withoutLabel : ''}`);
const withoutLabel = ' The key is on the issue as a property only, which no search finds.';
