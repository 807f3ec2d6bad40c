import type { Claim } from '@itsm-bridge/core';
import type { DeliveryRow } from './delivery-entity.ts';
import { deliveryRecordOf } from './delivery-record-of.ts';
import { type DoubtColumns, doubtOf } from './doubt-of.ts';

/** What the claim statement returns. bigint arrives as a text. */
export interface ClaimRow extends Pick<DeliveryRow, 'key' | 'status' | 'attempts' | 'rounds'>, DoubtColumns {
  /** This statement wrote it. */
  readonly mine: boolean;
  readonly token: string;
  /** The doubt is that of a backup, and no other. */
  readonly restored: boolean;
  readonly ledger_now: Date;
  readonly approved: string | null;
  /** Null while it is being sent. */
  readonly record: RecordJson | null;
}

/** As JSON has it: dates are texts. */
type RecordJson = {
  readonly [Column in keyof DeliveryRow]:
    | (Date extends DeliveryRow[Column] ? string : never)
    | Exclude<DeliveryRow[Column], Date>;
};

export function claimOf(row: ClaimRow): Claim {
  const { key, status, attempts, rounds, ledger_now: now } = row;
  if (row.mine && status === 'sending') {
    const doubt = doubtOf(row);
    const token = { key, token: BigInt(row.token) };
    return {
      status: 'claimed',
      token,
      now,
      attempts,
      rounds,
      ...(doubt && { doubt }),
      ...(row.restored && { restored: true }),
      ...(row.approved !== null && { approved: BigInt(row.approved) }),
    };
  }
  if (status === 'sending' || row.record === null) return { status: 'held' };
  const record = deliveryRecordOf(rowOf(row.record));
  if (row.mine) return { status: 'closed', record };
  return { status: status === 'pending' || status === 'unknown' ? 'not-due' : 'settled', record };
}

function rowOf({ created_at, updated_at, not_before, follow_ups_due, ...row }: RecordJson): DeliveryRow {
  return {
    ...row,
    created_at: new Date(created_at),
    updated_at: new Date(updated_at),
    not_before: not_before === null ? null : new Date(not_before),
    follow_ups_due: follow_ups_due === null ? null : new Date(follow_ups_due),
  };
}
