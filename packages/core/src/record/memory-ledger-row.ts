import type { Claim, ClaimToken, DeliveryRecord, Doubt, LiveOutcome, NewDelivery, Settlement } from '../contracts.ts';

/** One delivery as the memory ledger holds it. */
export interface MemoryRow {
  readonly record: DeliveryRecord;
  readonly token: bigint;
  readonly claimedAt: Date;
  readonly leaseMs: number;
  readonly leaseUntil: Date;
  readonly doubt: Doubt | undefined;
}

/** Why the row cannot be claimed now; undefined when it can. */
export function refusal(
  { record, leaseUntil }: MemoryRow,
  now: Date,
): Exclude<Claim, { status: 'claimed' }> | undefined {
  switch (record.status) {
    case 'sending':
      return leaseUntil > now ? { status: 'held' } : undefined;
    case 'pending':
      return record.notBefore !== undefined && record.notBefore > now ? { status: 'not-due', record } : undefined;
    case 'created':
    case 'found':
    case 'needs_review':
      return { status: 'settled', record };
    case 'failed':
    case 'unknown':
      return undefined;
  }
}

export function claimedRow(before: MemoryRow | undefined, { leaseMs, ...identity }: NewDelivery, now: Date): MemoryRow {
  return {
    record: before ? sendingAgain(before.record, now) : firstRecord(identity, now),
    token: (before?.token ?? 0n) + 1n,
    claimedAt: now,
    leaseMs,
    leaseUntil: leaseEnd(now, leaseMs),
    doubt: before && doubtOf(before),
  };
}

export function settledRow(row: MemoryRow, { outcome, attempts }: Settlement, now: Date): MemoryRow {
  const { key, jobId, integration, platform, createdAt } = row.record;
  const record: DeliveryRecord = {
    ...{ key, jobId, integration, platform, createdAt },
    status: outcome.kind === 'needs-review' ? 'needs_review' : outcome.kind,
    twins: outcome.kind === 'found' ? outcome.twins : [],
    attempts,
    warnings: outcome.warnings,
    updatedAt: now,
    ...('ticket' in outcome && { ticket: outcome.ticket }),
    ...('error' in outcome && { error: outcome.error }),
    ...('notBefore' in outcome && { notBefore: outcome.notBefore }),
  };
  return { ...row, record, doubt: remainingDoubt(row.doubt, outcome) };
}

export function renewedRow(row: MemoryRow, now: Date): MemoryRow {
  return { ...row, leaseUntil: leaseEnd(now, row.leaseMs) };
}

/** True while nobody has claimed the row after `token`, and its result is not written yet. */
export function isHolder(row: MemoryRow | undefined, token: ClaimToken): row is MemoryRow {
  return row !== undefined && row.token === token.token && row.record.status === 'sending';
}

function firstRecord(identity: Omit<NewDelivery, 'leaseMs'>, now: Date): DeliveryRecord {
  return { ...identity, status: 'sending', twins: [], attempts: 0, warnings: [], createdAt: now, updatedAt: now };
}

function sendingAgain({ notBefore, ...record }: DeliveryRecord, now: Date): DeliveryRecord {
  return { ...record, status: 'sending', updatedAt: now };
}

/** A lease that ran out means that nobody knows: the holder may have sent at any moment of it. */
function doubtOf({ record, doubt, claimedAt, leaseUntil }: MemoryRow): Doubt | undefined {
  if (record.status !== 'sending') return doubt;
  return { from: doubt?.from ?? claimedAt, until: later(doubt?.until ?? leaseUntil, leaseUntil), answered: false };
}

function remainingDoubt(before: Doubt | undefined, outcome: LiveOutcome): Doubt | undefined {
  if (outcome.kind === 'needs-review') return before;
  if (outcome.kind !== 'unknown') return undefined;
  const { from, until, answered } = outcome.doubt;
  return before ? { from: earlier(before.from, from), until: later(before.until, until), answered } : outcome.doubt;
}

const leaseEnd = (now: Date, leaseMs: number): Date => new Date(now.getTime() + leaseMs);
const earlier = (a: Date, b: Date): Date => (a < b ? a : b);
const later = (a: Date, b: Date): Date => (a > b ? a : b);
