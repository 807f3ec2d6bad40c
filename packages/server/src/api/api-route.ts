import { explainError, problemText } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Visitor } from '../access/visitor.ts';
import type { Desk } from '../desk.ts';
import type { InputMeans } from './api-error.ts';

export interface Asked<Query, Body> {
  readonly desk: Desk;
  readonly visitor: Visitor;
  readonly csrf: string;
  /** Of the path. */
  readonly params: Readonly<Record<string, string>>;
  readonly query: Query;
  readonly body: Body;
}

export interface ApiAnswer {
  /** @default 200 */
  readonly status?: 400 | 409;
  readonly body: unknown;
}

interface About {
  readonly method: 'get' | 'post';
  /** As OpenAPI writes it: `/api/deliveries/{key}`. */
  readonly path: string;
  readonly summary: string;
  readonly answer: z.ZodType;
  /** Rejects with an `input` where what the path names is not there. */
  readonly finds?: (desk: Desk, params: Asked<unknown, unknown>['params']) => Promise<unknown>;
  /** What an `input` of the desk is: the request itself has been parsed by then. */
  readonly inputMeans?: InputMeans;
  /** What a 409 has beside the error, where it has anything. */
  readonly conflict?: z.ZodType;
  /** Beside those that every route may give. */
  readonly refusals?: readonly (404 | 409)[];
}

interface Definition<Query extends z.ZodObject, Body extends z.ZodObject> extends About {
  readonly query: Query;
  readonly body: Body;
  handle(asked: Asked<z.infer<Query>, z.infer<Body>>): Promise<ApiAnswer>;
}

export interface ApiRoute extends About {
  readonly query: z.ZodObject;
  readonly body: z.ZodObject;
  /** Status 400, where the request is not as the schemas say; then nothing was done. */
  handle(asked: Asked<unknown, unknown>): Promise<ApiAnswer>;
}

/** Of a route that is all said by its path. */
export const bare = { query: z.strictObject({}), body: z.strictObject({}) };

/** A route with what it takes and gives, of which the OpenAPI document is made. */
export const apiRoute = <Query extends z.ZodObject, Body extends z.ZodObject>(
  definition: Definition<Query, Body>,
): ApiRoute => ({
  ...definition,
  async handle(asked) {
    const query = definition.query.safeParse(asked.query);
    const body = definition.body.safeParse(asked.body);
    if (query.success && body.success) return definition.handle({ ...asked, query: query.data, body: body.data });
    const problems = [
      ...(query.error ? explainError(query.error, { schema: definition.query, value: asked.query }) : []),
      ...(body.error ? explainError(body.error, { schema: definition.body, value: asked.body }) : []),
    ];
    return { status: 400, body: { error: { kind: 'input', message: problems.map(problemText).join('\n') } } };
  },
});
