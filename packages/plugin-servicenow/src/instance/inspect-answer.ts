import type { HttpConfig } from '@itsm-bridge/core';
import { errorMessage } from './error-message.ts';
import { recordRefused } from './record-refused.ts';

/**
 * ServiceNow's refusals in disguise, and its successes that are none: 202 when a session's queue overflows (KB3047080),
 * a page instead of JSON from a hibernating or signed-out instance, an error beside a result when a quota ended the
 * transaction (KB1297438).
 */
export const inspectAnswer: NonNullable<HttpConfig['inspect']> = ({ method, path, status, headers, body }) => {
  if (status === 403) return recordRefused(errorMessage(body)) ?? fileRefused(path, errorMessage(body));
  // A 404 of the instance itself is JSON; a page comes from something in front of it and is no word on the record.
  if (method === 'GET' && status === 404 && isPage(headers)) {
    return { kind: 'unavailable', message: 'The instance answered 404 with a page: is endpoint its address?' };
  }
  if (status < 200 || status >= 300) return undefined;
  const kind = method === 'GET' ? 'unavailable' : 'outcome-unknown';
  if (status === 202) {
    return { kind, message: 'The instance answered 202: it queued the request and may drop it without a word.' };
  }
  if (isPage(headers)) {
    const page = String(body);
    const hibernating = /instance-hibernating-page|is hibernating/i.test(page);
    const reason = hibernating
      ? 'The instance is hibernating: wake it in the developer portal.'
      : 'The instance answered with a page: is it signed out, behind single sign-on, or is endpoint not its address?';
    return { kind, message: reason };
  }
  const words = errorMessage(body);
  return words === undefined ? undefined : { kind, message: `The instance answered ${status} with an error: ${words}` };
};

/** Who may not put a file to a record may still write the next record: a 403 there is no refused sign-in. */
const fileRefused = (path: string, words: string | undefined) =>
  path.startsWith('/api/now/attachment')
    ? ({ kind: 'rejected', message: words ?? 'The instance refused the file with 403.' } as const)
    : undefined;

const isPage = (headers: Readonly<Record<string, string>>): boolean =>
  /text\/html/i.test(headers['content-type'] ?? '');
