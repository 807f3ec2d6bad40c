import type { HttpAnswer, HttpConfig } from '../contracts.ts';
import { ItsmError, type ItsmErrorKind } from '../itsm-error.ts';
import { rateLimitWaitMs } from './rate-limit-reset.ts';
import { retryAfterMs } from './retry-after.ts';

export interface RawAnswer extends Omit<HttpAnswer, 'body' | 'path'> {
  readonly url: string;
  /** @default that of the URL */
  readonly path?: string;
  readonly text: string;
}

/**
 * What an HTTP answer means: the parsed body, or the error to throw. The one place where status codes are read.
 *
 * A write that failed on the platform's side is `outcome-unknown`, a read is `unavailable`. 429, and 503 with
 * Retry-After, say that the request was not taken. A success that cannot be read is no success, unless
 * the plugin reads none.
 */
export function judgeAnswer(answer: RawAnswer, config: HttpConfig, now: Date): unknown {
  const { method, status, headers, url, path = new URL(url).pathname } = answer;
  const asked = `${method} ${path}`;
  const brokenKind = method === 'GET' || method === 'HEAD' ? 'unavailable' : 'outcome-unknown';
  const json = parseJson(answer);
  const body = json.kind === 'json' ? json.value : json.kind === 'empty' ? undefined : answer.text;
  const lore = config.inspect?.({ method, path, status, headers, body });
  const limited = status === 429 || lore?.kind === 'rate-limited';
  const resetMs = limited ? rateLimitWaitMs(headers, now) : undefined;
  const waitMs = lore?.retryAfterMs ?? retryAfterMs(headers['retry-after'], now) ?? resetMs;
  const fail = (kind: ItsmErrorKind, message: string, counted = status) =>
    new ItsmError(kind, message, { status: counted, ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }) });

  if (lore) throw fail(lore.kind, lore.message, lore.status);
  if (status >= 200 && status < 300) {
    if (json.kind !== 'unreadable' || config.answers === 'any') return body;
    throw fail(brokenKind, `${asked} was answered ${status} with ${json.found} where JSON was expected.`);
  }
  const words = config.errorMessage(body) ?? `${asked} was answered ${status}.`;
  if (status >= 300 && status < 400) {
    throw fail(
      'config',
      `${asked} was redirected to ${placeOf(headers.location, url)}. Set endpoint to the address that answers itself.`,
    );
  }
  if (status === 401 || status === 403) throw fail('auth', words);
  if (status === 429) throw fail('rate-limited', words);
  if (status === 503 && waitMs !== undefined) throw fail('unavailable', words);
  if (status >= 500 || status === 408) throw fail(brokenKind, words);
  throw fail('rejected', words);
}

/** Without its query: that of a sign-in page says what was asked, by whom, and sometimes with which token. */
function placeOf(location: string | undefined, from: string): string {
  if (!location || !URL.canParse(location, from)) return 'an unnamed place';
  const { protocol, host, pathname } = new URL(location, from);
  return `${protocol}//${host}${pathname}`;
}

type Parsed =
  | { readonly kind: 'json'; readonly value: unknown }
  | { readonly kind: 'empty' }
  | { readonly kind: 'unreadable'; readonly found: string };

function parseJson({ text, headers }: RawAnswer): Parsed {
  if (text.trim() === '') return { kind: 'empty' };
  const type = headers['content-type'] ?? 'no content type';
  if (!/[/+]json\b/i.test(type)) return { kind: 'unreadable', found: type };
  try {
    return { kind: 'json', value: JSON.parse(text) };
  } catch {
    return { kind: 'unreadable', found: 'broken JSON' };
  }
}
