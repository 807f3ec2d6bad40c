import { type Clock, unlessAborted } from '@itsm-bridge/core';
import type { Lists } from './read-lists.ts';

/** An administrator who adds a choice is noticed within that. */
const freshMs = 600_000;

/** Read once for ten minutes of deliveries, and shared by all who ask meanwhile. A reading that failed is not kept. */
export function keepLists(
  read: () => Promise<Lists>,
  clock: Pick<Clock, 'now'>,
): (signal: AbortSignal) => Promise<Lists> {
  let kept: { readonly lists: Promise<Lists>; readonly until: number } | undefined;
  return signal => {
    const now = clock.now().getTime();
    if (!kept || now >= kept.until) {
      const reading = { lists: read(), until: now + freshMs };
      kept = reading;
      reading.lists.catch(() => {
        if (kept === reading) kept = undefined;
      });
    }
    return unlessAborted(kept.lists, signal);
  };
}
