/** Retry-After in whole seconds, at least 1. */
export const retryAfterSeconds = (waitMs: number): string => `${Math.max(1, Math.ceil(waitMs / 1_000))}`;

/** Retry-After as an HTTP date, which has no fractions of a second: the first whole second that is not too early. */
export const retryAfterDate = (nowMs: number, waitMs: number): string =>
  new Date(Math.ceil((nowMs + waitMs) / 1_000) * 1_000).toUTCString();
