import { z } from '@itsm-bridge/core/zod';
import { baseLifecycle, type Lifecycle } from './lifecycle.ts';

const text = z.string().min(1);
const fields = z.record(text, z.string());

/** Members about the state of a record. What is not given is the base system's, for the table. */
export const lifecycleSettings = {
  resolve: fields.default({}).meta({
    description:
      "What a resolved record gets, such as state, close_code and close_notes; over the base system's of the table",
  }),
  reopen: fields.default({}).meta({ description: 'What a reopened record gets, such as state' }),
  done_states: z.array(text).min(1).optional().meta({
    description:
      "The states that count as done, all others being open; default: the base system's of the table, of incident 6, 7, 8",
  }),
  wont_fix: z
    .strictObject({
      states: z
        .array(text)
        .optional()
        .meta({ description: "Its state is one of these; default: the base system's of the table, of incident 8" }),
      close_codes: z
        .array(z.string())
        .optional()
        .meta({ description: "Or its close_code is one of these; default: the base system's of the table" }),
    })
    .default({})
    .meta({ description: 'How a record looks that was closed as something that will not be mended' }),
};

type Given = z.output<z.ZodObject<typeof lifecycleSettings>> & { readonly table: string };

/** The base system's state model of the table, and over it what the config says. */
export function lifecycleOf({ table, resolve, reopen, done_states, wont_fix }: Given): Lifecycle {
  const base = baseLifecycle(table);
  return {
    resolve: { ...base.resolve, ...resolve },
    reopen: { ...base.reopen, ...reopen },
    done_states: done_states ?? base.done_states,
    wont_fix: {
      states: wont_fix.states ?? base.wont_fix.states,
      close_codes: wont_fix.close_codes ?? base.wont_fix.close_codes,
    },
  };
}

/** For `superRefine`: a resolved record has to count as done and a reopened one as open, or neither would ever be seen. */
export function statesFit(given: Given, { addIssue }: Pick<z.RefinementCtx, 'addIssue'>): void {
  const { resolve, reopen, done_states } = lifecycleOf(given);
  const known = `done_states (${done_states.join(', ')})`;
  const problem = (member: string, message: string) => addIssue({ code: 'custom', path: [member, 'state'], message });
  const { state: resolved = '' } = resolve;
  const { state: reopened = '' } = reopen;
  if (!done_states.includes(resolved)) problem('resolve', `found "${resolved}", which is not among ${known}`);
  if (done_states.includes(reopened)) problem('reopen', `found "${reopened}", which is among ${known}`);
}
