import type { Failure, LaneId } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import type { Tripped } from './breaker.ts';

/** The error of a request that was not sent. */
export const heldBack = ({ integration }: LaneId, why: string, retryAfterMs: number): ItsmError =>
  new ItsmError('held', `${integration} is held back: ${why}.`, { retryAfterMs });

/** Why deliveries wait for a breaker, and what a person can do. */
export function brokenOff({ integration }: LaneId, { reason, words }: Tripped): Failure {
  const because = reason === 'auth' ? 'the platform refused the sign-in' : 'the platform failed again and again';
  const then = `It is asked again by itself; "itsm resume ${integration}" closes the breaker at once.`;
  return { kind: 'held', message: `${integration} is held back: ${because} (${words}). ${then}` };
}
