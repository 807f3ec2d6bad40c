import type { HttpConfig } from '@itsm-bridge/core';
import { errorMessage } from './error-message.ts';
import { recordRefused } from './record-refused.ts';

/**
 * ServiceNow's refusals in disguise, and its successes that are none: 202 when a session's queue overflows (KB3047080),
 * a page instead of JSON from a hibernating or signed-out instance, an error beside a result when a quota ended the
 * transaction (KB1297438).
 */
export const inspectAnswer: NonNullable<HttpConfig['inspect']> = ({ method, path, status, headers, body }) => {
  const kind = method === 'GET' ? 'unavailable' : 'outcome-unknown';
  if (status === 403) {
    const words = isPage(headers) ? blocked : errorMessage(body);
    return (
      recordRefused(words) ?? fileRefused(path, words) ?? (isPage(headers) ? { kind, message: blocked } : undefined)
    );
  }
  // A 404 of the instance itself is JSON; a page comes from something in front of it and is no word on the record.
  if (method === 'GET' && status === 404 && isPage(headers)) {
    return { kind: 'unavailable', message: 'The instance answered 404 with a page: is endpoint its address?' };
  }
  if (status < 200 || status >= 300) return undefined;
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

/**
 * A 403 of the instance is JSON. Of a page one cannot tell whether it is about this one report, which a filter dislikes, or
 * about all that comes from here. As a refused sign-in it would close the lane to everybody for the one report; as a refused
 * record, each delivery of an outage would fail for good. So it is a platform that is away: it is tried again, a row of
 * them opens the breaker, and what a filter keeps refusing fails alone. A filter may also hide an answer whose request went
 * through, so that a write is looked for first.
 */
const blocked =
  'The request was answered 403 with a page, which is no word of the instance: something in front of it, such as a firewall, a filter or an access control by address, refused the request. User and password were not judged.';

/** Who may not put a file to a record may still write the next record: a 403 there is no refused sign-in. */
const fileRefused = (path: string, words: string | undefined) =>
  path.startsWith('/api/now/attachment')
    ? ({ kind: 'rejected', message: words ?? 'The instance refused the file with 403.' } as const)
    : undefined;

const isPage = (headers: Readonly<Record<string, string>>): boolean =>
  /text\/html/i.test(headers['content-type'] ?? '');
