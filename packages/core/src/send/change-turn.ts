import type { Clock, Doubt } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import type { ChangeAgain, ChangeOutcome, ChangeProgress, ChangeSending, ChangeSent } from './change-progress.ts';
import { doubtAfter } from './doubt-after.ts';
import { failureOf } from './failure-of.ts';
import { isRepeatable } from './is-repeatable.ts';
import { lookForChange } from './look-for-change.ts';
import { neverLeft } from './never-left.ts';
import { waitOf } from './progress.ts';
import { unsettledChange } from './unsettled-change.ts';
import { withinLease } from './within-lease.ts';

interface ChangeTurn extends ChangeSending {
  /** No turn follows this one. */
  readonly last: boolean;
}

type Safe = {
  readonly kind: 'safe-to-send';
  /** False: it may be there, and a second one does no harm. */
  readonly absent: boolean;
};

/** One turn: in doubt it looks, and where sending is safe it sends. */
export async function changeTurn(
  sending: ChangeTurn,
  progress: ChangeProgress,
  clock: Pick<Clock, 'now'>,
): Promise<ChangeSent | ChangeAgain> {
  if (progress.doubt) {
    const seen = await lookBefore(sending, progress, progress.doubt, clock);
    if (seen.kind !== 'safe-to-send') return seen;
  }
  // The claim may have come late, and the look have taken minutes on a slow platform.
  if (!(await sending.lease.renewIfWorn())) return { kind: 'superseded' };
  return send(sending, progress, clock);
}

/** The look before another send, or after the last one. */
export async function lookBefore(
  sending: ChangeSending,
  progress: ChangeProgress,
  doubt: Doubt,
  clock: Pick<Clock, 'now'>,
): Promise<ChangeSent | ChangeAgain | Safe> {
  const { sends, error } = progress;
  const end = (outcome: ChangeOutcome): ChangeSent => ({ kind: 'done', outcome, sends });
  try {
    const seen = await lookForChange(sending, doubt, clock);
    if (typeof seen === 'object') return end({ kind: 'updated', warnings: seen.warnings });
    if (seen === 'clear' || seen === 'repeatable') return { kind: 'safe-to-send', absent: seen === 'clear' };
    if (seen === 'unsure') return end(unsettledChange(sending, { ...progress, doubt }, 'person'));
    return { kind: 'again', progress: { sends, error, doubt }, sent: false };
  } catch (cause) {
    const failed = failureOf(cause, 'unavailable');
    const passing = ItsmError.is(cause) && (cause.retryable || cause.kind === 'outcome-unknown');
    const next = { sends, error: failed, doubt, ...waitOf(cause) };
    return passing ? { kind: 'again', progress: next, sent: false } : end(unsettledChange(sending, next, 'look'));
  }
}

async function send(
  sending: ChangeTurn,
  { sends: sentBefore }: ChangeProgress,
  clock: Pick<Clock, 'now'>,
): Promise<ChangeSent | ChangeAgain> {
  const { adapter, ticket, change, lease, last } = sending;
  const sends = sentBefore + 1;
  const sentAt = clock.now();
  try {
    // A process that was stopped until its lease was over must not send what it was about to send.
    const { warnings } = await withinLease(lease, sending.call.signal, signal =>
      adapter.update(ticket, change, { ...sending.call, signal, last }),
    );
    return { kind: 'done', outcome: { kind: 'updated', warnings }, sends };
  } catch (cause) {
    const error = failureOf(cause, 'outcome-unknown');
    const next = { sends, error, ...waitOf(cause) };
    if (neverLeft(error)) return { kind: 'done', outcome: { kind: 'failed', error, warnings: [] }, sends: sentBefore };
    if (error.kind === 'outcome-unknown') {
      const progress = { ...next, doubt: doubtAfter(sentAt, clock.now(), cause) };
      if (adapter.findChange || isRepeatable(change)) return { kind: 'again', progress, sent: true };
      return { kind: 'done', outcome: unsettledChange(sending, progress, 'person'), sends };
    }
    if (ItsmError.is(cause) && cause.retryable) return { kind: 'again', progress: next, sent: true };
    return { kind: 'done', outcome: { kind: 'failed', error, warnings: [] }, sends };
  }
}
