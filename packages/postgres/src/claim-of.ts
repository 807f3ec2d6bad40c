import type { Claim, Doubt } from '@itsm-bridge/core';
import type { DeliveryRow } from './delivery-entity.ts';
import { deliveryRecordOf } from './delivery-record-of.ts';

/** What the claim statement returns. bigint arrives as a text. */
export interface ClaimRow extends DeliveryRow {
  /** This statement wrote it. */
  readonly mine: boolean;
  readonly token: string;
  readonly doubt_from: Date | null;
  readonly doubt_until: Date | null;
  readonly doubt_answered: boolean | null;
}

export function claimOf(row: ClaimRow): Claim {
  const { key, status, attempts, rounds } = row;
  if (row.mine && status === 'sending') {
    const doubt = doubtOf(row);
    return { status: 'claimed', token: { key, token: BigInt(row.token) }, attempts, rounds, ...(doubt && { doubt }) };
  }
  if (status === 'sending') return { status: 'held' };
  const record = deliveryRecordOf(row);
  if (row.mine) return { status: 'closed', record };
  return { status: status === 'pending' || status === 'unknown' ? 'not-due' : 'settled', record };
}

function doubtOf({ doubt_from, doubt_until, doubt_answered }: ClaimRow): Doubt | undefined {
  if (doubt_from === null || doubt_until === null) return undefined;
  return { from: doubt_from, until: doubt_until, answered: doubt_answered ?? false };
}
