import type { RateLimit } from './rate-limit.ts';

/** Takes a token and gives 0, or takes none and gives the milliseconds until there is one. */
export type TakeToken = () => number;

/** A bucket that is full at first. */
export function createTokenBucket({ perSecond, burst }: RateLimit, now: () => number): TakeToken {
  const size = burst ?? Math.max(1, perSecond);
  let tokens = size;
  let filledMs = now();
  return () => {
    const atMs = now();
    // A clock that is set back fills nothing.
    tokens = Math.min(size, tokens + (Math.max(0, atMs - filledMs) * perSecond) / 1_000);
    filledMs = atMs;
    // Fractions add up a hair short of one.
    if (tokens < 1 - 1e-6) return ((1 - tokens) * 1_000) / perSecond;
    tokens -= 1;
    return 0;
  };
}
