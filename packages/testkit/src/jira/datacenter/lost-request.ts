import type { RecordedRequest } from '../../simulator/recorded-request.ts';
import type { Reply } from '../../simulator/reply.ts';
import { matchRoute, type Route } from '../../simulator/route.ts';
import type { Context } from '../context.ts';
import { restFailures } from './rest-failure.ts';

/** A request for which there is no route: `POST …/issue/bulkfetch` is an issue called bulkfetch, which nobody can post to. */
export function lostRequest(routes: readonly Route<Context>[], request: RecordedRequest): Reply {
  if (!/^\/rest\/api\/(?:2|latest)\//.test(request.path)) return restFailures.deadLink();
  const other = routes.some(({ method }) => matchRoute(routes, { ...request, method }));
  return other ? restFailures.wrongMethod() : restFailures.noResource();
}
