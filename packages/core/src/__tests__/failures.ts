import { ItsmError } from '../itsm-error.ts';

/** What createHttp throws, as a platform's answer or silence makes it. A fresh one for each use. */
export const badRequest = () =>
  new ItsmError('rejected', 'priority: Specify a valid value for priority', { status: 400 });
export const unauthorized = () => new ItsmError('auth', 'User Not Authenticated', { status: 401 });
export const throttled = (retryAfterMs: number) =>
  new ItsmError('rate-limited', 'Too many requests', { status: 429, retryAfterMs });
export const busy = (retryAfterMs: number) =>
  new ItsmError('unavailable', 'Down for maintenance', { status: 503, retryAfterMs });
export const refused = () =>
  new ItsmError('unavailable', 'example.service-now.com could not be reached (ECONNREFUSED)');
/** A write that the platform answered with an error of its own: it is over, whatever it did. */
export const brokenAnswer = (status: number) =>
  new ItsmError('outcome-unknown', `POST /incident was answered ${status}.`, { status });
/** A write that was never answered. */
export const silence = () =>
  new ItsmError('outcome-unknown', 'POST /incident had no answer in time; the platform may have taken it.');
/** A read that came to nothing. */
export const unreadable = () => new ItsmError('unavailable', 'GET /incident was answered 503.', { status: 503 });
export const cancelled = () => new ItsmError('cancelled', 'POST /incident was cancelled before it was sent.');
