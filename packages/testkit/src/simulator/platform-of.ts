import type { Platform } from './platform.ts';
import type { PlatformDefinition } from './platform-definition.ts';
import type { RecordedRequest } from './recorded-request.ts';
import type { Refusal } from './refusal.ts';
import { jsonReply, type Reply } from './reply.ts';
import { matchRoute } from './route.ts';

/** A platform of the kit as the shared server plays it. */
export function platformOf(definition: PlatformDefinition, rehearse: Platform['rehearse']): Platform {
  const { routes, failure = plain } = definition;
  const routed = (request: RecordedRequest): Reply => {
    const found = matchRoute(routes, request);
    if (found && isUnreadable(request)) return failure(400, 'The body is not JSON.');
    return found?.route.answer(found.call) ?? failure(404, `There is no ${request.path} here.`);
  };
  return {
    answer: (request, allowance) => {
      const reply = definition.refuse?.(request) ?? routed(request);
      return allowance ? withHeaders(reply, definition.allowanceHeaders?.(allowance)) : reply;
    },
    rehearse,
    tooManyRequests: (refusal: Refusal) => {
      const { retryAfter } = refusal;
      const reply = failure(429, 'Too many requests.', refusal);
      return retryAfter === undefined ? reply : withHeaders(reply, { 'retry-after': retryAfter });
    },
    page: '<!doctype html><title>Sign in</title>',
    suffers: kind => !onlyServiceNow.includes(kind),
  };
}

const isUnreadable = ({ headers, body, json }: RecordedRequest): boolean =>
  body !== '' && json === undefined && (headers['content-type'] ?? '').includes('json');

const withHeaders = (reply: Reply, headers: Reply['headers'] = {}): Reply => ({
  ...reply,
  headers: { ...reply.headers, ...headers },
});

const plain = (status: number, message: string): Reply => jsonReply(status, { message });

const onlyServiceNow: readonly string[] = ['202-before-commit', 'commit-then-202', 'dropped-clause'];
