import type { Allowance } from './allowance.ts';
import type { RateLimit } from './rate-limit.ts';
import type { Refusal } from './refusal.ts';
import { retryAfterDate, retryAfterSeconds } from './retry-after.ts';
import { createTokenBucket } from './token-bucket.ts';

export interface Limiter {
  /** Lets the request pass, or says how it is refused. */
  refusal(): Refusal | undefined;
  /** Undefined where there is no limit. */
  allowance(): Allowance | undefined;
}

export function createLimiter(limit: RateLimit | undefined, now: () => number): Limiter {
  if (!limit) return { refusal: () => undefined, allowance: () => undefined };
  const bucket = createTokenBucket(limit, now);
  const form = limit.retryAfter ?? 'seconds';
  let refused = 0;
  const refusal = (): Refusal | undefined => {
    const waitMs = bucket.take();
    if (waitMs === 0) return undefined;
    const current = form === 'alternate' ? (refused % 2 === 0 ? 'seconds' : 'date') : form;
    refused += 1;
    return {
      perSecond: limit.perSecond,
      burst: bucket.allowance().burst,
      resetMs: now() + waitMs,
      retryAfter:
        current === 'none' ? undefined : current === 'date' ? retryAfterDate(now(), waitMs) : retryAfterSeconds(waitMs),
    };
  };
  return { refusal, allowance: bucket.allowance };
}
