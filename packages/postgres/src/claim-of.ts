import type { Claim, Doubt } from '@itsm-bridge/core';
import type { DeliveryRow } from './delivery-entity.ts';
import { deliveryRecordOf } from './delivery-record-of.ts';

/** What the claim statement returns. bigint arrives as a text. */
export interface ClaimRow extends DeliveryRow {
  readonly claimed: boolean;
  readonly token: string;
  readonly doubt_from: Date | null;
  readonly doubt_until: Date | null;
  readonly doubt_answered: boolean | null;
}

export function claimOf(row: ClaimRow): Claim {
  if (row.claimed) {
    const doubt = doubtOf(row);
    const token = { key: row.key, token: BigInt(row.token) };
    return { status: 'claimed', token, attempts: row.attempts, ...(doubt && { doubt }) };
  }
  if (row.status === 'sending') return { status: 'held' };
  return { status: row.status === 'pending' ? 'not-due' : 'settled', record: deliveryRecordOf(row) };
}

function doubtOf({ doubt_from, doubt_until, doubt_answered }: ClaimRow): Doubt | undefined {
  if (doubt_from === null || doubt_until === null) return undefined;
  return { from: doubt_from, until: doubt_until, answered: doubt_answered ?? false };
}
