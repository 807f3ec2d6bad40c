import type { Failure, LaneState } from '../contracts.ts';

/** Why a lane gives no claims, in words for people; undefined where it does. A person's pause outweighs a breaker. */
export const closedBy = ({ paused, breaker }: LaneState): Failure | undefined => (paused ?? breaker)?.error;
