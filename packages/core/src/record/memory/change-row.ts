import type { ChangeRecord, Doubt } from '../../contracts.ts';

/** One change as the memory ledger holds it. */
export interface ChangeRow extends ChangeRecord {
  readonly key: string;
  readonly token: bigint;
  readonly claimedAt: Date;
  readonly leaseUntil: Date;
  readonly doubt: Doubt | undefined;
}
