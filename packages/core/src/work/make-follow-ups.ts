import { compose } from '../compose.ts';
import type { Clock, DeliveryRecord, Ledger } from '../contracts.ts';
import type { FollowUp } from '../follow/follow-up.ts';
import { ItsmError } from '../itsm-error.ts';
import { readAnalysis } from '../read-analysis.ts';
import { type DueWork, eachDue } from './each-due.ts';

export interface MissingFollowUps extends DueWork {
  readonly ledger: Pick<Ledger, 'followUps' | 'handedIn'>;
  readonly followUp: FollowUp;
  readonly clock: Pick<Clock, 'now'>;
}

/** What could not be made is tried again after that, for a day at the most. */
const againMs = 1_800_000;
const giveUpMs = 86_400_000;

/**
 * Makes what belongs to tickets: of a worker's own deliveries, and of those whose process ended before it was made or whose
 * platform was away then. Never throws: what fails comes back by itself.
 */
export const makeFollowUps = (missing: MissingFollowUps): Promise<void> =>
  eachDue(missing, missing.ledger.followUps, againMs, record => makeOnce(missing, record));

async function makeOnce(
  { ledger, connected, followUp, clock, stop, cutOff, onProblem }: MissingFollowUps,
  { key, jobId, ticket, updatedAt }: DeliveryRecord,
): Promise<'done' | 'away'> {
  const { analysis } = await ledger.handedIn(key);
  if (ticket === undefined || analysis === undefined) {
    // Kept no more: what it would be made of is gone.
    await ledger.followUps.clear(key);
    return 'done';
  }
  const read = readAnalysis(analysis, connected.redactor, `the analysis of job "${jobId}"`);
  const composed = compose(connected, read.analysis);
  const signal = AbortSignal.any([stop, cutOff]);
  const { left, away } =
    composed.kind === 'draft'
      ? await followUp({ connected, key, jobId, ticket, followUps: composed.followUps, signal })
      : { left: [composed.error], away: false };
  const end = away ? 'away' : 'done';
  if (left.length === 0 || stop.aborted) return end;
  const why = left.map(({ message }) => message).join(' ');
  if (clock.now().getTime() - updatedAt.getTime() > giveUpMs) {
    onProblem(new ItsmError('rejected', `${ticket.key} goes without what belongs to it, after a day: ${why}`), key);
    await ledger.followUps.clear(key);
  } else if (composed.kind === 'failed') {
    onProblem(new ItsmError(composed.error.kind, `${ticket.key} waits for what belongs to it: ${why}`), key);
  }
  return end;
}
