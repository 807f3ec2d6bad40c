import { z } from 'zod';

const state = z.string().min(1);
const states = z.array(state).min(1);

/** Members about the state of a record. The defaults are those of incident in the base system; other tables differ. */
export const lifecycleSettings = {
  resolve: z
    .strictObject({
      state: state.default('6'),
      // The base system's choices since Utah (ansible-collections/servicenow.itsm#296); before, 'Solved (Permanently)'.
      close_code: z.string().default('Solution provided'),
      close_notes: z.string().default('Resolved by the integration that opened this record.'),
    })
    .prefault({})
    .meta({ description: 'What a resolved record gets. close_code has to be a choice of the instance' }),
  reopen: z
    .strictObject({ state: state.default('2') })
    .prefault({})
    .meta({ description: 'What a reopened record gets' }),
  done_states: states
    .default(['6', '7', '8'])
    .meta({ description: 'The states that count as done; all others are open' }),
  wont_fix: z
    .strictObject({
      states: z.array(state).default(['8']),
      close_codes: z.array(z.string()).default(['Duplicate', 'No resolution provided', 'Not Solved (Too Costly)']),
    })
    .prefault({})
    .meta({ description: 'How a record looks that was closed as something that will not be mended' }),
};

export interface Lifecycle {
  readonly resolve: { readonly state: string; readonly close_code: string; readonly close_notes: string };
  readonly reopen: { readonly state: string };
  readonly done_states: readonly string[];
  readonly wont_fix: { readonly states: readonly string[]; readonly close_codes: readonly string[] };
}

/** For `superRefine`: a resolved record has to count as done and a reopened one as open, or neither would ever be seen. */
export function statesFit(
  { resolve, reopen, done_states }: Lifecycle,
  { addIssue }: Pick<z.RefinementCtx, 'addIssue'>,
): void {
  const known = `done_states (${done_states.join(', ')})`;
  const problem = (member: string, message: string) => addIssue({ code: 'custom', path: [member, 'state'], message });
  if (!done_states.includes(resolve.state)) problem('resolve', `found "${resolve.state}", which is not among ${known}`);
  if (done_states.includes(reopen.state)) problem('reopen', `found "${reopen.state}", which is among ${known}`);
}
