import type { Doubt } from '../../contracts.ts';

/** Two doubts of one request as one: from the first to the last, and answered as the later one was. */
export function widened(before: Doubt | undefined, { from, until, answered }: Doubt): Doubt {
  if (before === undefined) return { from, until, answered };
  return {
    from: before.from < from ? before.from : from,
    until: before.until > until ? before.until : until,
    answered,
  };
}
