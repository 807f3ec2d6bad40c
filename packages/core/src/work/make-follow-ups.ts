import { compose } from '../compose.ts';
import type { Connected } from '../connected.ts';
import type { Clock, DeliveryRecord, Ledger } from '../contracts.ts';
import type { FollowUp } from '../follow/follow-up.ts';
import { parseAnalysis } from '../parse-analysis.ts';

export interface MissingFollowUps {
  readonly ledger: Pick<Ledger, 'followUps' | 'analysis'>;
  readonly connected: Connected;
  readonly followUp: FollowUp;
  readonly clock: Pick<Clock, 'now'>;
  readonly stop: AbortSignal;
  readonly cutOff: AbortSignal;
  onProblem(error: unknown, key?: string): void;
}

const limit = 50;
/** What could not be made is tried again after that, for a day at the most. */
const againMs = 600_000;
const giveUpMs = 86_400_000;

/**
 * Makes what belongs to tickets whose own process ended before it was made, or whose platform was away then. Never throws:
 * what fails comes back by itself.
 */
export async function makeFollowUps(missing: MissingFollowUps): Promise<void> {
  const { ledger, connected, stop, onProblem } = missing;
  try {
    for (const record of await ledger.followUps.take(connected.lane.id, { limit, againMs })) {
      if (stop.aborted) return;
      try {
        await makeOnce(missing, record);
      } catch (error) {
        onProblem(error, record.key);
      }
    }
  } catch (error) {
    onProblem(error);
  }
}

async function makeOnce(
  { ledger, connected, followUp, clock, cutOff: signal }: MissingFollowUps,
  { key, jobId, ticket, updatedAt }: DeliveryRecord,
): Promise<void> {
  const analysis = await ledger.analysis(key);
  const tooLate = clock.now().getTime() - updatedAt.getTime() > giveUpMs;
  // Kept no more: what it would be made of is gone.
  if (ticket === undefined || analysis === undefined || tooLate) return ledger.followUps.clear(key);
  const composed = compose(connected, parseAnalysis(analysis, `the analysis of job "${jobId}"`));
  if (composed.kind !== 'draft') return;
  await followUp({ connected, key, jobId, ticket, followUps: composed.followUps, signal });
}
