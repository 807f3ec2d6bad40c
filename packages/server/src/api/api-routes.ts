import { type Context, Hono } from 'hono';
import type { AccessEnv } from '../access/visitor.ts';
import type { Desk } from '../desk.ts';
import { faultLog } from '../fault-log.ts';
import { allRoutes } from './all-routes.ts';
import { type ApiError, apiErrorOf } from './api-error.ts';
import type { ApiRoute } from './api-route.ts';
import { openApi } from './open-api.ts';
import { queryOf } from './query-of.ts';
import { readBody } from './read-body.ts';

export interface ApiDeps {
  readonly desk: Desk;
  /** Below which path of a host's server all is, for the document: `/itsm`. @default none */
  readonly base?: string;
  /** What failed without being said to the visitor: a fault of ours, for the log. @default JSON lines on standard error */
  readonly onProblem?: (error: unknown) => void;
}

/** `/api/…` and `/openapi.json`, for visitors: see `guardedApp`. All answers are JSON, errors in one shape. */
export function apiRoutes({ desk, base = '', onProblem = faultLog() }: ApiDeps): Hono<AccessEnv> {
  const app = new Hono<AccessEnv>();
  const told = (error: unknown): unknown => {
    if (apiErrorOf(error).kind === 'internal') onProblem(error);
    return error;
  };
  for (const route of allRoutes) {
    app.on(route.method.toUpperCase(), honoPath(route), async c => {
      const params = c.req.param() as Readonly<Record<string, string>>;
      try {
        await route.finds?.(desk, params);
      } catch (error) {
        return answerError(c, apiErrorOf(told(error), 'not-found'));
      }
      const body = await readBody(c.req);
      if (body.kind === 'refused') return answerError(c, { status: 400, kind: 'input', message: body.message });
      const asked = { desk, params, visitor: c.get('visitor'), csrf: c.get('csrf') };
      try {
        const answer = await route.handle({ ...asked, query: queryOf(c.req.queries(), route.query), body: body.value });
        return c.json(answer.body, answer.status ?? 200);
      } catch (error) {
        return answerError(c, apiErrorOf(told(error), route.inputMeans));
      }
    });
  }
  const document = openApi(allRoutes, base);
  return app
    .get('/openapi.json', c => c.json(document))
    .all('/api/*', c => {
      const message = `There is no ${c.req.method} ${c.req.path}. GET ${base}/openapi.json says what there is.`;
      return answerError(c, { status: 404, kind: 'not-found', message });
    });
}

const honoPath = ({ path }: ApiRoute): string => path.replace(/\{(\w+)\}/g, ':$1');

function answerError(c: Context, { status, kind, message, retryAfterMs }: ApiError): Response {
  if (retryAfterMs !== undefined) c.header('retry-after', String(Math.ceil(retryAfterMs / 1000)));
  return c.json({ error: { kind, message } }, status);
}
