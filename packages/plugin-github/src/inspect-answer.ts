import type { Finding, HttpAnswer } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

const refusal = z.object({
  message: z.string(),
  errors: z.array(z.unknown()).optional().catch(undefined),
});
const fault = z.object({
  field: z.string().optional(),
  code: z.string().optional(),
  value: z.unknown().optional(),
  message: z.string().nullish(),
});

/** `Validation Failed: assignees invalid ("nobody")` */
export function errorMessage(body: unknown): string | undefined {
  const parsed = refusal.safeParse(body);
  if (!parsed.success) return undefined;
  const { message, errors = [] } = parsed.data;
  return errors.length === 0 ? message : `${message}: ${errors.map(wordsOf).join('; ')}`;
}

function wordsOf(error: unknown): string {
  const { field, code, value, message } = fault.safeParse(error).data ?? {};
  if (message) return message;
  if (!field) return JSON.stringify(error);
  return `${field} ${code ?? 'invalid'}${value === undefined ? '' : ` (${JSON.stringify(value)})`}`;
}

/** "Otherwise, wait for at least one minute" */
const withoutHeaderMs = 60_000;

/**
 * What GitHub says by other means than the status. Rate limits are 403 or 429 (docs.github.com, "Rate limits for the REST
 * API"): wait Retry-After; else, where nothing remains, until X-RateLimit-Reset, which is on every answer and means nothing
 * where something remains; else a minute.
 */
export function inspectAnswer({ status, headers, body, path }: HttpAnswer, repository: string): Finding | undefined {
  const words = errorMessage(body) ?? '';
  const ofRepository = /\/repos\/[^/]+\/[^/]+(\/issues)?$/.test(path);
  // A write that is refused as `auth` holds back every other ticket: these have nothing to do with the token.
  if (status === 403 && /archived so is read-only/i.test(words)) return { kind: 'config', message: words };
  if (status === 403 && /issue is locked/i.test(words)) return { kind: 'rejected', message: words };
  if (status === 422 && /submitted too quickly/i.test(words))
    return { kind: 'rate-limited', message: words, status: 429, retryAfterMs: withoutHeaderMs };
  if (status === 403 || status === 429) {
    const named = headers['retry-after'] !== undefined || headers['x-ratelimit-remaining'] === '0';
    if (!named && status === 403 && !/\b(secondary rate|rate limit|abuse detection)\b/i.test(words)) return undefined;
    const message = `GitHub limits the rate of requests: ${words}`;
    return { kind: 'rate-limited', message, status: 429, ...(named ? {} : { retryAfterMs: withoutHeaderMs }) };
  }
  if (status >= 300 && status < 400) {
    // Its query may say who asked, and by what.
    const [place] = (headers.location ?? 'no address').split('?');
    if (ofRepository)
      return { kind: 'config', message: `${repository} has moved (${place}). Write its new name in repository.` };
    const message = `${path} has moved to ${place}: the issue was transferred, or its repository renamed.`;
    return { kind: 'rejected', message };
  }
  if (status === 404 && ofRepository) {
    const message = `There is no repository ${repository}, or the token may not see it: GitHub answers 404 to both.`;
    return { kind: 'config', message };
  }
  if (status === 410 && ofRepository) return { kind: 'config', message: `${repository} has no issues: ${words}` };
  return undefined;
}
