import type { Doubt } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';

/**
 * Answers after which the platform may still be at work: 202 says so itself (ServiceNow queues the request of a busy
 * session), gateway and request time-outs come from something on the way that stopped waiting.
 */
const notYetDone = new Set([202, 408, 504]);

/** The doubt that a send of unknown outcome leaves behind. It is the only one: an earlier doubt was cleared before it. */
export function doubtAfter(sentAt: Date, failedAt: Date, error: unknown): Doubt {
  const status = ItsmError.is(error) ? error.status : undefined;
  return { from: sentAt, until: failedAt, answered: status !== undefined && !notYetDone.has(status) };
}
