import { longestTollMs } from '../../lane/toll.ts';
import type { CommonMembers } from '../members/common-members.ts';
import { longestRoundMs } from './longest-round.ts';

/** A claim that ran out during a round would let a second process send the same ticket. */
export function leaseProblem({ lease, retry, timeouts }: CommonMembers): string | undefined {
  const longest = longestRoundMs(
    { retryAfterCapMs: retry.retry_after_cap },
    { connectTimeoutMs: timeouts.connect, readTimeoutMs: timeouts.read },
  );
  if (lease > longest) return undefined;
  return (
    `is ${seconds(lease)}, which must be more than the longest round of ${seconds(longest)}: retry_after_cap ` +
    `${seconds(retry.retry_after_cap)} + 3 × (connect ${seconds(timeouts.connect)} + read ${seconds(timeouts.read)} + ${seconds(longestTollMs(retry.retry_after_cap))} in the lane); ` +
    'raise the lease or lower the others'
  );
}

const seconds = (ms: number): string => `${ms / 1000} s`;
