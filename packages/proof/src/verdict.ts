import type { Tally } from './proofs/tally.ts';

/** One thing that was claimed, as it turned out. */
export interface Verdict {
  readonly line: string;
  readonly holds: boolean;
}

/** Whether every delivery has exactly one ticket, in words. */
export function onceEach(what: string, { deliveries, once, doubled, lost, explained, lies }: Tally): Verdict {
  const holds = once === deliveries && doubled.length + lost.length + explained.length + lies.length === 0;
  const rest = explained.length > 0 ? `, ${explained.length} with a reason` : '';
  const lied = lies.length > 0 ? `, ${lies.length} rows that claim what is not there` : '';
  return {
    line: `${what}: ${deliveries} deliveries, ${once} with one ticket, ${doubled.length} doubled, ${lost.length} lost${rest}${lied}`,
    holds,
  };
}
