import { type Clock, unlessAborted } from '@itsm-bridge/core';
import { once } from '../site/once.ts';
import type { CreateScreen } from './read-screen.ts';

/** An admin who adds a required field is noticed within that. */
const freshMs = 600_000;

/**
 * The screen, read once for ten minutes of deliveries. `anew` reads it at once: what does not fit a screen of some minutes
 * ago may fit the one of now.
 */
export interface KeptScreen {
  /** @param signal of the caller; the reading itself is for all */
  get(signal: AbortSignal): Promise<CreateScreen>;
  /** A newer one than that; the same where it has just been read. */
  anew(signal: AbortSignal): Promise<CreateScreen>;
}

/** Too soon to read again: a field that fits nowhere must not be a request for each delivery. */
const pauseMs = 15_000;

export function keepScreen(read: () => Promise<CreateScreen>, clock: Pick<Clock, 'now'>): KeptScreen {
  let reading = once(read);
  let readAt = Number.NEGATIVE_INFINITY;
  const olderThan = (ms: number): Promise<CreateScreen> => {
    const now = clock.now().getTime();
    if (now - readAt >= ms) {
      reading = once(read);
      readAt = now;
    }
    return reading();
  };
  return {
    get: signal => unlessAborted(olderThan(freshMs), signal),
    anew: signal => unlessAborted(olderThan(pauseMs), signal),
  };
}
