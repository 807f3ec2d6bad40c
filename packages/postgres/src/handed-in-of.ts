import type { HandedIn } from '@itsm-bridge/core';

/** bigint arrives as a text. */
export interface HandedInRow {
  readonly analysis: unknown;
  readonly approved: string | null;
}

/** @param row None where nothing is on record. */
export const handedInOf = (row: HandedInRow | undefined): HandedIn => ({
  analysis: row?.analysis ?? undefined,
  approved: row?.approved ? BigInt(row.approved) : 'none',
});
