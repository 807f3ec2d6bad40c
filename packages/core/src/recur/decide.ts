import type { DeliveryPolicy, TicketState } from '../contracts.ts';

/** `note` and `reopen` on the earlier ticket, a reopened one gets the note as well; `nothing` is sent; `create` a new one. */
export type Decision = 'create' | 'note' | 'reopen' | 'nothing';

/**
 * What becomes of an analysis whose problem has a ticket already. Nobody reads a comment on a ticket that is done, and what a
 * person has closed as not worth mending is not to come back as a ticket a day.
 */
export function decide(
  { onRecurrence, reopenWithinMs }: Pick<DeliveryPolicy, 'onRecurrence' | 'reopenWithinMs'>,
  state: TicketState,
  now: Date,
): Decision {
  if (onRecurrence === 'create' || state.kind === 'gone') return 'create';
  if (state.kind === 'open') return onRecurrence === 'ignore' ? 'nothing' : 'note';
  if (state.wontFix) return 'nothing';
  if (onRecurrence !== 'reopen' || state.final || state.since === undefined) return 'create';
  return now.getTime() - state.since.getTime() <= reopenWithinMs ? 'reopen' : 'create';
}
