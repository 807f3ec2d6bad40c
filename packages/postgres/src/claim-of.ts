import type { Claim } from '@itsm-bridge/core';
import type { DeliveryRow } from './delivery-entity.ts';
import { deliveryRecordOf } from './delivery-record-of.ts';
import { type DoubtColumns, doubtOf } from './doubt-of.ts';

/** What the claim statement returns. bigint arrives as a text. */
export interface ClaimRow extends DeliveryRow, DoubtColumns {
  /** This statement wrote it. */
  readonly mine: boolean;
  readonly token: string;
  /** The doubt is that of a backup, and no other. */
  readonly restored: boolean;
  readonly ledger_now: Date;
  readonly approved: string | null;
}

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
  if (status === 'sending') return { status: 'held' };
  const record = deliveryRecordOf(row);
  if (row.mine) return { status: 'closed', record };
  return { status: status === 'pending' || status === 'unknown' ? 'not-due' : 'settled', record };
}
