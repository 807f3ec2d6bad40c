import type { Applied } from '../change/apply-change.ts';
import type { Clock, DeliveryPolicy, Failure, LiveOutcome, TicketRef } from '../contracts.ts';
import { neverLeft } from '../send/never-left.ts';
import { nextLook } from '../send/next-look.ts';

/** Another process, or a lane that is closed: a short while, and then once more. */
const shortlyMs = 20_000;

/**
 * How a delivery stands whose note on the earlier ticket is not settled: it is taken up again there, and never becomes a
 * second ticket.
 */
export function unfinished(
  applied: Extract<Applied, { kind: 'held' | 'failed' | 'unknown' }>,
  { key, ticket, policy, clock }: Unfinished,
): LiveOutcome {
  const now = clock.now();
  const pending = (error: Failure, notBefore = new Date(now.getTime() + shortlyMs)): LiveOutcome => ({
    kind: 'pending',
    ...{ error, notBefore, warnings: [] },
  });
  if (applied.kind === 'held') return pending({ kind: 'held', message: `Another process is at ${ticket.key} for it.` });
  const { error } = applied;
  if (neverLeft(error)) return pending(error);
  if (applied.kind === 'failed') return { kind: 'failed', error, warnings: [] };
  if (applied.needsPerson) {
    const message = `${error.message} Add it with "itsm update" then, and end the delivery with "itsm review approve ${key}".`;
    return { kind: 'needs-review', error: { ...error, message }, warnings: [] };
  }
  const { doubt } = applied;
  const mayCome = !doubt.answered && now.getTime() < doubt.until.getTime() + policy.settleWindowMs;
  return mayCome ? pending(error, nextLook(doubt, policy, now)) : { kind: 'failed', error, warnings: [] };
}

interface Unfinished {
  /** Of the delivery. */
  readonly key: string;
  readonly ticket: TicketRef;
  readonly policy: Pick<DeliveryPolicy, 'settleWindowMs'>;
  readonly clock: Pick<Clock, 'now'>;
}
