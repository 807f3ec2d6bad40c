import { type Spread, spreadOf } from './spread.ts';

/** Ours by theirs in the same round: what slows one of the two slows the other as well. */
export const ratioOf = (ours: readonly number[], theirs: readonly number[]): Spread =>
  spreadOf(ours.map((amount, round) => amount / (theirs[round] ?? Number.NaN)));
