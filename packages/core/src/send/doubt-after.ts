import type { Doubt } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';

/** Answers that come from something between us and a platform that may still be at work: gateway and request time-outs. */
const givenUpOnTheWay = new Set([408, 504]);

/** The doubt that a send of unknown outcome leaves behind. It is the only one: an earlier doubt was cleared before it. */
export function doubtAfter(sentAt: Date, failedAt: Date, error: unknown): Doubt {
  const status = ItsmError.is(error) ? error.status : undefined;
  return { from: sentAt, until: failedAt, answered: status !== undefined && !givenUpOnTheWay.has(status) };
}
