import type { Doubt } from '../contracts.ts';

/**
 * How far this process' clock is ahead of the ledger's, in milliseconds, as far as one question tells: the ledger looked at
 * its clock at some moment between question and answer.
 */
export interface ClockGap {
  readonly leastMs: number;
  readonly mostMs: number;
}

export const clockGap = (asked: Date, ledgerNow: Date, answered: Date): ClockGap => ({
  leastMs: asked.getTime() - ledgerNow.getTime(),
  mostMs: answered.getTime() - ledgerNow.getTime(),
});

/** Of the ledger's times those of this process. What is not certain makes the doubt wider: a look too many, never too few. */
export const doubtHere = ({ from, until, answered }: Doubt, { leastMs, mostMs }: ClockGap): Doubt => ({
  ...{ from: new Date(from.getTime() + leastMs), until: new Date(until.getTime() + mostMs) },
  answered,
});

/** Of the times of this process the ledger's, which every other process can read. */
export const doubtThere = (doubt: Doubt, { leastMs, mostMs }: ClockGap): Doubt =>
  doubtHere(doubt, { leastMs: -mostMs, mostMs: -leastMs });

/** The ledger's time that is no earlier than this one of this process: what is to wait does not come too soon. */
export const momentThere = (moment: Date, { leastMs }: ClockGap): Date => new Date(moment.getTime() - leastMs);
