/** A longer wait is not taken at its word: after a day the platform is asked again, and may say so again. */
export const longestWaitMs = 24 * 60 * 60 * 1000;

/** An HTTP date in one of its three forms (RFC 9110, 5.6.7). `Date.parse` alone makes a date of nearly any text with a number. */
const httpDate = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*,? .*\d:\d\d:\d\d/i;

/** Up to a comma, but for the one within a date. */
const oneOfSeveral = /\s*(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,? [^,]*|[^,]+)/gi;

/**
 * Milliseconds from a Retry-After header: seconds or an HTTP date (RFC 9110, 10.2.3), at most a day. Undefined where it
 * is neither. Of several, which a gateway and the platform behind it may both have added, the longest counts.
 */
export function retryAfterMs(header: string | undefined, now: Date): number | undefined {
  const waits = header?.match(oneOfSeveral)?.flatMap(text => waitOf(text.trim(), now) ?? []) ?? [];
  return waits.length === 0 ? undefined : Math.max(...waits);
}

function waitOf(text: string, now: Date): number | undefined {
  if (/^\d+(\.\d+)?$/.test(text)) return Math.min(Number(text) * 1000, longestWaitMs);
  if (!httpDate.test(text)) return undefined;
  const at = Date.parse(/gmt$/i.test(text) ? text : `${text} GMT`);
  return Number.isNaN(at) ? undefined : Math.min(Math.max(0, at - now.getTime()), longestWaitMs);
}
