import type { Allowance } from '../../simulator/allowance.ts';
import type { Refusal } from '../../simulator/refusal.ts';
import { jsonReply, type Reply } from '../../simulator/reply.ts';

/** What every answer to somebody who is signed in tells of the rate limit. The wait is 0 while there are tokens. */
export function rateLimitHeaders({ perSecond, burst, left }: Allowance): Readonly<Record<string, string>> {
  // Whole tokens in whole seconds, as an administrator sets them.
  const seconds = perSecond >= 1 ? 1 : Math.round(1 / perSecond);
  return {
    'x-ratelimit-limit': `${Math.floor(burst)}`,
    'x-ratelimit-remaining': `${left}`,
    'x-ratelimit-fillrate': `${Math.max(1, Math.round(perSecond * seconds))}`,
    'x-ratelimit-interval-seconds': `${seconds}`,
    'retry-after': left > 0 ? '0' : `${seconds}`,
  };
}

export const tooManyRequests = ({ perSecond, burst = perSecond, retryAfter }: Refusal): Reply => {
  const { 'retry-after': _, ...headers } = rateLimitHeaders({ perSecond, burst, left: 0 });
  return jsonReply(
    429,
    { message: 'Rate limit exceeded.' },
    retryAfter === undefined ? headers : { ...headers, 'retry-after': retryAfter },
  );
};
