import type { Reply } from '../../simulator/reply.ts';
import { retryAfterSeconds } from '../../simulator/retry-after.ts';
import { failures } from '../failure.ts';
import { rateRuleHeaders } from './rate-rule-headers.ts';

/** A rule of sys_rate_limit_rules for all users of the Table API. */
export interface RateRule {
  /** Requests of one user in an hour of the clock. */
  readonly perHour: number;
  /** `none`: a denied request tells only by X-RateLimit-Reset when to come back. @default 'seconds' */
  readonly retryAfter?: 'seconds' | 'none';
}

/** The answer with the headers of the rule, or its 429 instead. */
export type Ruled = (user: string, answer: () => Reply) => Reply;

/** Counts by the user in whole hours: the count starts anew at the full hour, which is X-RateLimit-Reset. */
export function createRateRule(rule: RateRule | undefined, now: () => number): Ruled {
  if (!rule) return (_user, answer) => answer();
  const counts = new Map<string, number>();
  let resetMs = 0;
  return (user, answer) => {
    const nowMs = now();
    if (nowMs >= resetMs) {
      counts.clear();
      resetMs = (Math.floor(nowMs / hourMs) + 1) * hourMs;
    }
    const count = (counts.get(user) ?? 0) + 1;
    counts.set(user, count);
    if (count > rule.perHour)
      return failures.tooManyRequests({
        perSecond: rule.perHour / 3_600,
        resetMs,
        retryAfter: rule.retryAfter === 'none' ? undefined : retryAfterSeconds(resetMs - nowMs),
      });
    const reply = answer();
    return { ...reply, headers: { ...reply.headers, ...rateRuleHeaders(rule.perHour, resetMs) } };
  };
}

const hourMs = 3_600_000;
