import type { RecordedRequest } from './recorded-request.ts';
import type { Reply } from './reply.ts';

/** A request that a route has matched: `params` holds the decoded `:name` segments of its pattern. */
export interface Call extends RecordedRequest {
  readonly params: Readonly<Record<string, string>>;
}

/** One line of a platform's route table. */
export interface Route<Context> {
  readonly method: string;
  /** `/api/now/table/:table/:sys_id`; a segment matches exactly one segment. */
  readonly pattern: string;
  answer(call: Call, context: Context): Reply;
}

/** The first route of the table that fits, with its parameters. */
export function matchRoute<R extends { readonly method: string; readonly pattern: string }>(
  routes: readonly R[],
  request: RecordedRequest,
): { readonly route: R; readonly call: Call } | undefined {
  for (const route of routes) {
    if (route.method !== request.method) continue;
    const params = matchPattern(route.pattern, request.path);
    if (params) return { route, call: { ...request, params } };
  }
  return undefined;
}

function matchPattern(pattern: string, path: string): Record<string, string> | undefined {
  const wanted = pattern.split('/');
  const given = path.split('/');
  if (wanted.length !== given.length) return undefined;
  const params: Record<string, string> = {};
  for (const [index, segment] of wanted.entries()) {
    const value = decoded(given[index] ?? '');
    if (segment.startsWith(':') && value) params[segment.slice(1)] = value;
    else if (segment !== value) return undefined;
  }
  return params;
}

function decoded(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
