import type { DeliveryRecord, Doubt, LiveOutcome, Settlement } from '../../contracts.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { widened } from './widened.ts';

export function settledRow(
  row: DeliveryRow,
  { outcome, attempts, rounds, twinsDue, followUpsDue }: Settlement,
  now: Date,
): DeliveryRow {
  const { error: _error, ticket: _ticket, notBefore: _notBefore, followUpsDue: _due, ...kept } = row.record;
  const record: DeliveryRecord = {
    ...kept,
    status: outcome.kind === 'needs-review' ? 'needs_review' : outcome.kind,
    twins: outcome.kind === 'found' ? outcome.twins : [],
    attempts,
    rounds,
    warnings: outcome.warnings,
    updatedAt: now,
    ...('ticket' in outcome && { ticket: outcome.ticket }),
    ...('error' in outcome && { error: outcome.error }),
    ...('notBefore' in outcome && { notBefore: outcome.notBefore }),
    ...(followUpsDue && { followUpsDue }),
  };
  const changed = 'error' in outcome && outcome.error.kind === 'changed';
  const approved = changed ? undefined : row.approved;
  return { ...row, record, doubt: remainingDoubt(row.doubt, outcome), twinsDue, approved };
}

function remainingDoubt(before: Doubt | undefined, outcome: LiveOutcome): Doubt | undefined {
  const left = 'doubt' in outcome ? outcome.doubt : undefined;
  if (!left) return outcome.kind === 'needs-review' ? before : undefined;
  return widened(before, left);
}
