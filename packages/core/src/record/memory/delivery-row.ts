import type {
  ClaimToken,
  DeliveryRecord,
  Doubt,
  Failure,
  NewDelivery,
  QueuedDelivery,
  SentPayload,
} from '../../contracts.ts';
import { widened, withRestored } from './widened.ts';

/** One delivery as the memory ledger holds it. */
export interface DeliveryRow {
  readonly record: DeliveryRecord;
  readonly analysis: unknown;
  readonly sent: SentPayload | undefined;
  readonly traceParent: string | undefined;
  readonly token: bigint;
  readonly claimedAt: Date;
  readonly leaseMs: number;
  readonly leaseUntil: Date;
  readonly doubt: Doubt | undefined;
  /** When the last look for a second ticket is due. */
  readonly twinsDue: Date | undefined;
  /** The dry run whose approval put it on record. */
  readonly approved: bigint | undefined;
}

/** Why a lane gives no claims. */
export interface Closure {
  readonly error: Failure;
  readonly until: Date | undefined;
}

/** @param restored What the ledger does not know since a backup. */
export function claimedRow(
  before: DeliveryRow | undefined,
  delivery: NewDelivery,
  now: Date,
  restored?: Doubt,
): DeliveryRow {
  const { leaseMs, askedBy, analysis, traceParent } = delivery;
  const record = before === undefined ? fresh(delivery, now) : askedAgain(before.record, delivery);
  const rounds = askedBy === 'schedule' ? record.rounds : 0;
  return {
    record: { ...record, status: 'sending', rounds, updatedAt: now },
    analysis: analysis ?? before?.analysis,
    sent: before?.sent,
    traceParent: before?.traceParent ?? traceParent,
    token: (before?.token ?? 0n) + 1n,
    claimedAt: now,
    leaseMs,
    leaseUntil: leaseEnd(now, leaseMs),
    doubt: withRestored(before && doubtOf(before), restored),
    twinsDue: undefined,
    approved: stillApproved(before, askedBy),
  };
}

/** Put on record without a claim: what is in doubt stays so. */
export function waitingRow(
  before: DeliveryRow | undefined,
  delivery: QueuedDelivery,
  closure: Closure | undefined,
  now: Date,
): DeliveryRow {
  const { analysis, traceParent } = delivery;
  const { error: _, ...record }: DeliveryRecord =
    before === undefined ? fresh(delivery, now) : askedAgain(before.record, delivery);
  const doubt = before && doubtOf(before);
  return {
    record: {
      ...record,
      status: doubt ? 'unknown' : 'pending',
      rounds: record.status === 'failed' ? 0 : record.rounds,
      updatedAt: now,
      ...(closure && { error: closure.error }),
      ...(closure?.until && { notBefore: closure.until }),
    },
    analysis: analysis ?? before?.analysis,
    sent: before?.sent,
    traceParent: before?.traceParent ?? traceParent,
    token: (before?.token ?? 0n) + 1n,
    claimedAt: now,
    leaseMs: 0,
    leaseUntil: now,
    doubt,
    twinsDue: undefined,
    approved: before?.approved,
  };
}

/** Whoever hands the analysis in anew, to an integration that sends, has it sent as it is now. */
export const stillApproved = (before: DeliveryRow | undefined, askedBy: NewDelivery['askedBy']): bigint | undefined =>
  askedBy === 'request' ? undefined : before?.approved;

export const renewedRow = (row: DeliveryRow, now: Date): DeliveryRow => ({
  ...row,
  leaseUntil: leaseEnd(now, row.leaseMs),
});

/** True while nobody has claimed the row after `token`, and its result is not written yet. */
export const isHolder = (row: DeliveryRow | undefined, token: ClaimToken): row is DeliveryRow =>
  row !== undefined && row.token === token.token && row.record.status === 'sending';

const fresh = (delivery: QueuedDelivery, now: Date): DeliveryRecord => ({
  environment: delivery.environment,
  integration: delivery.integration,
  key: delivery.key,
  jobId: delivery.jobId,
  platform: delivery.platform,
  ...askedNow(delivery),
  status: 'pending',
  twins: [],
  attempts: 0,
  rounds: 0,
  warnings: [],
  createdAt: now,
  updatedAt: now,
});

const askedAgain = ({ notBefore: _, ...record }: DeliveryRecord, delivery: QueuedDelivery): DeliveryRecord => ({
  ...record,
  ...askedNow(delivery),
});

const askedNow = ({ severity, title, fingerprint }: QueuedDelivery) => ({
  severity,
  ...(title === undefined ? {} : { title }),
  ...(fingerprint === undefined ? {} : { fingerprint }),
});

/** A lease that ran out means that nobody knows: the holder may have sent at any moment of it. */
function doubtOf({ record, doubt, claimedAt, leaseUntil }: DeliveryRow): Doubt | undefined {
  if (record.status !== 'sending') return doubt;
  return widened(doubt, { from: claimedAt, until: leaseUntil, answered: false });
}

const leaseEnd = (now: Date, leaseMs: number): Date => new Date(now.getTime() + leaseMs);
