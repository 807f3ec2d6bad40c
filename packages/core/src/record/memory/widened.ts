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

/** A doubt, and what a backup does not know: nobody can say of either whether it was answered. */
export const withRestored = (doubt: Doubt | undefined, restored: Doubt | undefined): Doubt | undefined =>
  restored ? { ...widened(doubt, restored), answered: false } : doubt;
