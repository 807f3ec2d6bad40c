import { ItsmError } from '../itsm-error.ts';

/**
 * So many failures one after the other open the breaker: what two deliveries make by themselves, and what a platform that
 * fails three requests in ten makes by chance once in fifteen thousand.
 */
const failuresToTrip = 8;

/** How long it stays open at first, and at the most: each time within an hour twice as long. Sign-ins that fail lock accounts. */
export const openFor = {
  failures: { baseMs: 30_000, maxMs: 300_000 },
  auth: { baseMs: 60_000, maxMs: 900_000 },
} as const;

export type Tripped = { readonly reason: keyof typeof openFor; readonly words: string };

export interface Breaker {
  /** The end of a request, `undefined` for a good one. @returns why the breaker opens now. */
  count(error: unknown, request?: { readonly read: boolean }): Tripped | undefined;
}

/** Counts failures in a row: of the platform, never of what was asked of it. A refused sign-in opens at once. */
export function createBreaker(): Breaker {
  let inARow = 0;
  return {
    count(error, { read } = { read: false }) {
      if (!ItsmError.is(error)) {
        inARow = 0;
        return undefined;
      }
      const { kind, message, status } = error;
      // What may not be read is not always needed (a table of groups): only a sign-in that fails closes the lane.
      if (kind === 'auth' && read && status !== 401) return undefined;
      if (kind === 'cancelled' || kind === 'held' || kind === 'rate-limited') return undefined;
      if (kind === 'auth') {
        inARow = 0;
        return { reason: 'auth', words: message };
      }
      const failed = kind === 'unavailable' || kind === 'outcome-unknown';
      inARow = failed ? inARow + 1 : 0;
      if (inARow < failuresToTrip) return undefined;
      inARow = 0;
      return { reason: 'failures', words: message };
    },
  };
}
