import type { Allowance } from './allowance.ts';
import type { RateLimit } from './rate-limit.ts';

export interface TokenBucket {
  /** Takes a token and gives 0, or takes none and gives the milliseconds until there is one. */
  take(): number;
  allowance(): Allowance;
}

/** A bucket that is full at first. */
export function createTokenBucket({ perSecond, burst }: RateLimit, now: () => number): TokenBucket {
  const size = burst ?? Math.max(1, perSecond);
  let tokens = size;
  let filledMs = now();
  return {
    take: () => {
      const atMs = now();
      // A clock that is set back fills nothing.
      tokens = Math.min(size, tokens + (Math.max(0, atMs - filledMs) * perSecond) / 1_000);
      filledMs = atMs;
      // Fractions add up a hair short of one.
      if (tokens < 1 - 1e-6) return ((1 - tokens) * 1_000) / perSecond;
      tokens -= 1;
      return 0;
    },
    allowance: () => ({ perSecond, burst: size, left: Math.floor(tokens + 1e-6) }),
  };
}
