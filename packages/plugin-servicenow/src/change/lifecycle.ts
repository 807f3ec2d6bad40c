/** The states of a table, and what moves a record between them. States are values, not labels. */
export interface Lifecycle {
  /** What a resolved record gets; `state` is among the done ones. */
  readonly resolve: Readonly<Record<string, string>>;
  readonly reopen: Readonly<Record<string, string>>;
  readonly done_states: readonly string[];
  readonly wont_fix: { readonly states: readonly string[]; readonly close_codes: readonly string[] };
}

const notes = 'Resolved by the integration that opened this record.';

/** The base system's codes since Utah (ansible-collections/servicenow.itsm#296); before, 'Solved (Permanently)'. */
const incident: Lifecycle = {
  resolve: { state: '6', close_code: 'Solution provided', close_notes: notes },
  reopen: { state: '2' },
  done_states: ['6', '7', '8'],
  wont_fix: { states: ['8'], close_codes: ['Duplicate', 'No resolution provided', 'Not Solved (Too Costly)'] },
};

/**
 * The base system's state models. A problem asks for its code and both notes when it is resolved (servicenow.itsm, module
 * problem); a security incident has no state for "resolved", and its codes, of which no list was found, are the least
 * certain ones here.
 */
const lifecycles: ReadonlyMap<string, Lifecycle> = new Map([
  ['incident', incident],
  [
    'problem',
    {
      resolve: { state: '106', resolution_code: 'fix_applied', cause_notes: notes, fix_notes: notes },
      reopen: { state: '103' },
      done_states: ['106', '107'],
      wont_fix: { states: [], close_codes: ['risk_accepted', 'duplicate', 'canceled'] },
    },
  ],
  [
    'change_request',
    {
      resolve: { state: '3', close_code: 'successful', close_notes: notes },
      reopen: { state: '-1' },
      done_states: ['3', '4'],
      wont_fix: { states: ['4'], close_codes: [] },
    },
  ],
  [
    'sn_si_incident',
    {
      resolve: { state: '3', close_code: 'Threat mitigated', close_notes: notes },
      reopen: { state: '16' },
      done_states: ['3', '7'],
      wont_fix: { states: ['7'], close_codes: ['False positive'] },
    },
  ],
]);

/** Of a plain task, as tables of one's own extend it: closed complete, incomplete, skipped. */
const task: Lifecycle = {
  resolve: { state: '3', close_notes: notes },
  reopen: { state: '2' },
  done_states: ['3', '4', '7'],
  wont_fix: { states: ['4', '7'], close_codes: [] },
};

/** The state model of a table as the base system has it. */
export const baseLifecycle = (table: string): Lifecycle => lifecycles.get(table) ?? task;
