import { z } from '@itsm-bridge/core/zod';
import { errorAnswer } from './api-error.ts';
import type { ApiRoute } from './api-route.ts';
import { type JsonObject, schemaBook } from './schema-book.ts';

/**
 * The routes as a document of OpenAPI 3.1, made of the schemas that parse what they take and describe what they give.
 *
 * @param base Below which path of the server they are; `''`: below none
 */
export function openApi(routes: readonly ApiRoute[], base = ''): JsonObject {
  const book = schemaBook();
  const json = (description: string, schema: z.ZodType): JsonObject => ({
    ...{ description, content: { 'application/json': { schema: book.answer(schema) } } },
  });
  const operation = (route: ApiRoute): JsonObject => ({
    operationId: operationId(route),
    summary: route.summary,
    parameters: [...inPath(route), ...inQuery(route)],
    ...(Object.keys(route.body.shape).length > 0
      ? { requestBody: { content: { 'application/json': { schema: book.given(route.body) } } } }
      : {}),
    responses: {
      200: json('Done.', route.answer),
      ...Object.fromEntries([400, 401, 403, ...(route.refusals ?? []), 'default'].map(status => [status, refused])),
      ...(route.conflict ? { 409: json('Nothing was done.', z.union([route.conflict, errorAnswer])) } : {}),
    },
  });
  const inQuery = ({ query }: ApiRoute): readonly JsonObject[] =>
    Object.entries(query.shape).map(([name, member]) => {
      const { description, ...schema } = book.given(member as z.ZodType);
      return { name, in: 'query', required: false, ...(description ? { description } : {}), schema };
    });

  const paths: Record<string, Record<string, JsonObject>> = {};
  for (const route of routes) paths[route.path] = { ...paths[route.path], [route.method]: operation(route) };
  paths['/openapi.json'] = { get: documentOperation };
  const responses = { error: json('It did not work.', errorAnswer) };
  return {
    openapi: '3.1.1',
    info: {
      ...{ title: 'itsm-bridge', version: '1' },
      description:
        'What became of analyses as tickets, and what people decide of them. Events come from GET /events, as SSE.',
    },
    servers: [{ url: base === '' ? '/' : base }],
    paths,
    components: { schemas: book.named(), responses, securitySchemes },
    // The last one: on loopback, and behind a proxy that says who it is.
    security: [{ token: [] }, { session: [], form: [] }, {}],
  };
}

const refused = { $ref: '#/components/responses/error' };

const securitySchemes = {
  token: { type: 'http', scheme: 'bearer', description: 'Of a viewer to look, of an approver to act.' },
  session: {
    type: 'apiKey',
    in: 'cookie',
    name: '__Host-itsm',
    description: 'Of somebody who has signed in at /sign-in. Over http on loopback it is called itsm.',
  },
  form: {
    type: 'apiKey',
    in: 'header',
    name: 'x-csrf-token',
    description: 'What GET /api/visitor calls "csrf"; of a POST without a bearer token.',
  },
};

const documentOperation = {
  ...{ operationId: 'getOpenapi', summary: 'This document.' },
  responses: { 200: { description: 'A document of OpenAPI 3.1.', content: { 'application/json': {} } } },
};

/** `postDeliveriesKeyApprove` */
const operationId = ({ method, path }: ApiRoute): string =>
  method + path.replace('/api', '').replace(/[/{}]+(\w)?/g, (_, letter = '') => letter.toUpperCase());

const inPath = ({ path }: ApiRoute): readonly JsonObject[] =>
  [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
