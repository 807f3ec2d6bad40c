import { type Call, ItsmError } from '@itsm-bridge/core';
import { isDenied } from '../instance/is-denied.ts';

/**
 * Whether a delivery goes on without what a table beside its own did not tell: this user may not read it, the query is not
 * kept there, or the retries are used up. Before that an instance that is down for a minute must not cost a ticket its group.
 */
export const doesWithout = (error: unknown, { last = false }: Pick<Call, 'last'>): error is ItsmError =>
  isDenied(error) || (ItsmError.is(error) && (error.kind === 'config' || (last && error.retryable)));
