import type { Claim, NewDelivery } from '../../contracts.ts';
import { isDiscarded } from '../is-discarded.ts';
import type { DeliveryRow } from './delivery-row.ts';

/** Why the row cannot be claimed now; undefined when it can. */
export function refusal(
  before: DeliveryRow | undefined,
  { askedBy, approvedOnly = false, approved: wanted }: Pick<NewDelivery, 'askedBy' | 'approvedOnly' | 'approved'>,
  now: Date,
): Exclude<Claim, { status: 'claimed' | 'closed' }> | undefined {
  // Of a row that is gone there is nothing to tell: another one has it.
  if (before === undefined) return approvedOnly || typeof wanted === 'bigint' ? { status: 'held' } : undefined;
  const { record, leaseUntil, approved } = before;
  if (approvedOnly && approved === undefined) return unapproved(record);
  if (wanted !== undefined && (approved ?? 'none') !== wanted) return unapproved(record);
  const early = record.notBefore !== undefined && record.notBefore > now;
  switch (record.status) {
    case 'sending':
      return leaseUntil > now ? { status: 'held' } : undefined;
    case 'pending':
      return early && askedBy !== 'person' ? { status: 'not-due', record } : undefined;
    case 'unknown':
      return early && askedBy === 'schedule' ? { status: 'not-due', record } : undefined;
    case 'failed':
      return askedBy === 'person' || (askedBy === 'request' && !isDiscarded(record))
        ? undefined
        : { status: 'settled', record };
    case 'needs_review':
      return askedBy === 'person' ? undefined : { status: 'settled', record };
    case 'created':
    case 'found':
      return { status: 'settled', record };
  }
}

function unapproved(record: DeliveryRow['record']): Exclude<Claim, { status: 'claimed' | 'closed' }> {
  if (record.status === 'sending') return { status: 'held' };
  return { status: record.status === 'pending' || record.status === 'unknown' ? 'not-due' : 'settled', record };
}
