import type { ItsmEvent, Ledger, Outcome } from '../contracts.ts';
import type { Run } from '../run.ts';

/** Puts on record what an adapter that never writes made of a draft. The delivery itself stays untouched. */
export function recordRehearsal(ledger: Ledger, { identity, event }: Run, outcome: Outcome): Promise<ItsmEvent> {
  const happened = event(outcome, 0);
  if (outcome.kind !== 'dry-run') return ledger.append(happened);
  const { payload, warnings } = outcome;
  return ledger.recordDryRun({ ...identity, payload, warnings }, happened);
}
