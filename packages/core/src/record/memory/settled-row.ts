import type { DeliveryRecord, Settlement } from '../../contracts.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { remainingDoubt } from './remaining-doubt.ts';

export function settledRow(
  row: DeliveryRow,
  { outcome, attempts, rounds, sent, twinsDue, followUpsDue }: Settlement,
  now: Date,
): DeliveryRow {
  const record: DeliveryRecord = {
    ...withoutEnd(row.record),
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
  return { ...row, record, sent: sent ?? row.sent, doubt: remainingDoubt(row.doubt, outcome), twinsDue, approved };
}

/** Most have been sent at once: an earlier attempt has left nothing behind. */
function withoutEnd(record: DeliveryRecord): DeliveryRecord {
  if (!left.some(member => member in record)) return record;
  const { error: _error, ticket: _ticket, notBefore: _notBefore, followUpsDue: _due, ...kept } = record;
  return kept;
}

const left = ['error', 'ticket', 'notBefore', 'followUpsDue'] as const satisfies readonly (keyof DeliveryRecord)[];
