import { emptyReply, type Reply } from '../../simulator/reply.ts';

/**
 * The semaphores and their queue are full (KB1297438, KB3046852): no header of a rule and no Retry-After. What the body holds
 * is not established, so there is none to lean on.
 */
export const semaphoreRefusal = (): Reply => emptyReply(429);
