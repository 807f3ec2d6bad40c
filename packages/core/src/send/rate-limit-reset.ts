import { longestWaitMs, retryAfterMs } from './retry-after.ts';

/** Atlassian writes a date, some without its zone: it is UTC. */
const isoDate = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:?\d\d)?$/i;

/** ServiceNow writes Unix seconds. Fewer digits are a span, as some platforms send it; more are not seconds. */
const unixSeconds = /^\d{9,11}$/;

/**
 * The wait that a 429 names without Retry-After. The drafts of the IETF (draft-ietf-httpapi-ratelimit-headers) have
 * RateLimit-Reset in seconds from now, and PagerDuty sends it so; X-RateLimit-Reset names a moment.
 */
export const rateLimitWaitMs = (headers: Readonly<Record<string, string>>, now: Date): number | undefined => {
  const [legacy, standard] = [headers['x-ratelimit-reset'], headers['ratelimit-reset']];
  const moment = rateLimitResetMs(legacy, now) ?? rateLimitResetMs(standard, now);
  // A second that has just passed is no span of 57 years.
  return moment ?? (unixSeconds.test(standard?.trim() ?? '') ? undefined : retryAfterMs(standard, now));
};

/**
 * Milliseconds from an X-RateLimit-Reset header, which no standard describes: Unix seconds or an ISO date, at most a day
 * ahead. Undefined where it is neither, or lies in the past: a clock is wrong then, or the header means something else.
 */
export function rateLimitResetMs(header: string | undefined, now: Date): number | undefined {
  const at = momentOf(header?.trim() ?? '');
  const waitMs = at - now.getTime();
  return waitMs > 0 ? Math.min(waitMs, longestWaitMs) : undefined;
}

function momentOf(text: string): number {
  if (unixSeconds.test(text)) return Number(text) * 1000;
  const zone = isoDate.exec(text);
  return zone === null ? Number.NaN : Date.parse(zone[3] === undefined ? `${text}Z` : text);
}
