import { Hono } from 'hono';
import type { AccessEnv } from '../../access/visitor.ts';
import type { Desk } from '../../desk.ts';
import { apiRoutes } from '../api-routes.ts';

export interface ApiAnswered {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
}

/** The API for an approver who is let in already. */
export function askApi(desk: Desk, problems: unknown[] = []) {
  const app = new Hono<AccessEnv>()
    .use(async (c, next) => {
      c.set('visitor', { name: 'ada', role: 'approver', how: 'token' });
      c.set('csrf', 'form-token');
      await next();
    })
    .route('/', apiRoutes({ desk, onProblem: error => problems.push(error) }));
  const answered = async (path: string, init: RequestInit): Promise<ApiAnswered> => {
    const answer = await app.request(path, init);
    return { status: answer.status, headers: answer.headers, body: (await answer.json()) as ApiAnswered['body'] };
  };
  return {
    app,
    get: (path: string) => answered(path, {}),
    post: (path: string, body?: unknown) =>
      answered(path, {
        method: 'POST',
        ...(body === undefined ? {} : { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
      }),
    answered,
  };
}
