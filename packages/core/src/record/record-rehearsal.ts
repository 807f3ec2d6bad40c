import type { ItsmEvent, Ledger, Outcome } from '../contracts.ts';
import { type Rehearsed, recordDryRun } from './record-dry-run.ts';

/** Puts on record what an adapter that never writes made of a draft. */
export async function recordRehearsal(ledger: Ledger, rehearsed: Rehearsed, outcome: Outcome): Promise<ItsmEvent> {
  if (outcome.kind !== 'dry-run') return ledger.append(rehearsed.run.event(outcome, 0));
  return (await recordDryRun(ledger, rehearsed, outcome)).event;
}
