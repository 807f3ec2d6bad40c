import type { Clock } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';

/** When a lane that held a request back is to be tried again. */
export const whenOpen = (error: unknown, clock: Pick<Clock, 'now'>): Date =>
  new Date(clock.now().getTime() + ((ItsmError.is(error) ? error.retryAfterMs : undefined) ?? 0));
