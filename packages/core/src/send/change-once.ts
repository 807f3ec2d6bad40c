import type { Clock, Failure } from '../contracts.ts';
import { backoffMs } from './backoff.ts';
import type { ChangeOutcome, ChangeProgress, ChangeSending, ChangeSent } from './change-progress.ts';
import { changeTurn, lookBefore } from './change-turn.ts';
import { unsettledChange } from './unsettled-change.ts';

export interface ChangeOnceDeps {
  readonly clock: Clock;
  readonly random: () => number;
}

const inherited: Failure = {
  kind: 'outcome-unknown',
  message: 'An earlier attempt may have reached the platform.',
};

/**
 * Sends a change until the ticket has it, the platform refuses it or the retries are used up; again only where the
 * platform did not take it or a second one does no harm: a note that may be there is not written a second time.
 */
export async function changeOnce(sending: ChangeSending, { clock, random }: ChangeOnceDeps): Promise<ChangeSent> {
  const { policy, call, doubt, lease } = sending;
  let progress: ChangeProgress = { sends: 0, error: inherited, ...(doubt ? { doubt } : {}) };
  for (let retry = 1; ; retry++) {
    const turn = await changeTurn({ ...sending, last: retry > policy.maxRetries }, progress, clock);
    if (turn.kind !== 'again') return turn;
    progress = turn.progress;
    if (retry > policy.maxRetries) return lastWord(sending, progress, turn.sent, clock);
    const waitMs = backoffMs(retry, policy, progress.retryAfterMs, random);
    if (waitMs > policy.retryAfterCapMs) return stop(sending, progress);
    try {
      await clock.sleep(waitMs, call.signal);
    } catch {
      return stop(sending, progress);
    }
    if (!(await lease.renew())) return { kind: 'superseded' };
  }
}

/** After the last turn. A doubt that its send left behind is worth one look at once. */
async function lastWord(
  sending: ChangeSending,
  progress: ChangeProgress,
  sent: boolean,
  clock: Clock,
): Promise<ChangeSent> {
  if (!progress.doubt || !sent) return stop(sending, progress);
  const seen = await lookBefore(sending, progress, progress.doubt, clock);
  if (seen.kind === 'again') return stop(sending, seen.progress);
  if (seen.kind !== 'safe-to-send') return seen;
  return stop(sending, seen.absent ? withoutDoubt(progress) : progress);
}

const stop = (sending: ChangeSending, progress: ChangeProgress): ChangeSent => ({
  kind: 'done',
  outcome: endOf(sending, progress),
  sends: progress.sends,
});

function endOf(sending: ChangeSending, { doubt, ...progress }: ChangeProgress): ChangeOutcome {
  if (!doubt) return { kind: 'failed', error: progress.error, warnings: [] };
  return unsettledChange(sending, { ...progress, doubt }, 'look');
}

const withoutDoubt = ({ doubt: _, ...progress }: ChangeProgress): ChangeProgress => progress;
