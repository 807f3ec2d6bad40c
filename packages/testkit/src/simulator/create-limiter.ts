import type { RateLimit } from './rate-limit.ts';
import type { Refusal } from './refusal.ts';
import { retryAfterDate, retryAfterSeconds } from './retry-after.ts';
import { createTokenBucket } from './token-bucket.ts';

/** Lets the request pass, or says how it is refused. */
export type Limiter = () => Refusal | undefined;

export function createLimiter(limit: RateLimit | undefined, now: () => number): Limiter {
  if (!limit) return () => undefined;
  const take = createTokenBucket(limit, now);
  const form = limit.retryAfter ?? 'seconds';
  let refused = 0;
  return () => {
    const waitMs = take();
    if (waitMs === 0) return undefined;
    const current = form === 'alternate' ? (refused % 2 === 0 ? 'seconds' : 'date') : form;
    refused += 1;
    return {
      perSecond: limit.perSecond,
      resetMs: now() + waitMs,
      retryAfter:
        current === 'none' ? undefined : current === 'date' ? retryAfterDate(now(), waitMs) : retryAfterSeconds(waitMs),
    };
  };
}
