import { z } from 'zod';
import { errorAnswer } from './api-error.ts';
import type { ApiRoute } from './api-route.ts';
import { changedAnswer } from './routes/review-routes.ts';

type Json = Readonly<Record<string, unknown>>;

/** The routes as a document of OpenAPI 3.1, made of the schemas that parse what they take and describe what they give. */
export function openApi(routes: readonly ApiRoute[]): Json {
  const paths = [...new Set(routes.map(({ path }) => path))];
  const operations = (path: string) =>
    routes.filter(route => route.path === path).map(route => [route.method, operation(route)] as const);
  return {
    openapi: '3.1.1',
    info: {
      title: 'itsm-bridge',
      version: '1',
      description:
        'What became of analyses as tickets, and what people decide of them. Events come from GET /events, as SSE.',
    },
    paths: {
      ...Object.fromEntries(paths.map(path => [path, Object.fromEntries(operations(path))])),
      '/openapi.json': { get: documentOperation },
    },
    components: {
      securitySchemes: {
        token: { type: 'http', scheme: 'bearer', description: 'Of a viewer to look, of an approver to act.' },
        session: {
          ...{ type: 'apiKey', in: 'cookie', name: '__Host-itsm' },
          description: 'Of somebody who has signed in; a POST also needs the header x-csrf-token.',
        },
      },
      responses: { error: json('It did not work.', errorAnswer) },
    },
    // The last one: on loopback, and behind a proxy that says who it is.
    security: [{ token: [] }, { session: [] }, {}],
  };
}

function operation({ method, path, summary, query, body, answer, refusals = [] }: ApiRoute): Json {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    ...{ name, in: 'path', required: true, schema: { type: 'string' } },
  }));
  const refused = [400, 401, 403, ...refusals, 'default'].map(status => [
    status,
    { $ref: '#/components/responses/error' },
  ]);
  const changed = path.startsWith('/api/reviews/') && path.endsWith('/approve');
  return {
    operationId: operationId(method, path),
    summary,
    parameters: [...inPath, ...parametersOf(query)],
    ...(Object.keys(body.shape).length > 0 ? { requestBody: { content: contentOf(body, 'input') } } : {}),
    responses: {
      200: json('Done.', answer),
      ...Object.fromEntries(refused),
      ...(changed ? { 409: json('Nothing was sent.', z.union([changedAnswer, errorAnswer])) } : {}),
    },
  };
}

const documentOperation: Json = {
  operationId: 'getOpenapi',
  summary: 'This document.',
  responses: { 200: { description: 'A document of OpenAPI 3.1.', content: { 'application/json': {} } } },
};

/** `postDeliveriesKeyApprove` */
const operationId = (method: string, path: string): string =>
  method +
  path
    .replace('/api', '')
    .replace(/\W+(\w)/g, (_, letter: string) => letter.toUpperCase())
    .replace(/\W+$/, '');

const parametersOf = ({ shape }: z.ZodObject): readonly Json[] =>
  Object.entries(shape).map(([name, schema]) => {
    const { description, ...rest } = schemaOf(schema as z.ZodType, 'input');
    const about = description === undefined ? {} : { description };
    return { name, in: 'query', required: false, ...about, schema: rest };
  });

const json = (description: string, schema: z.ZodType): Json => ({ description, content: contentOf(schema, 'output') });

const contentOf = (schema: z.ZodType, io: 'input' | 'output'): Json => ({
  'application/json': { schema: schemaOf(schema, io) },
});

function schemaOf(schema: z.ZodType, io: 'input' | 'output'): Json {
  const { $schema, ...rest } = z.toJSONSchema(schema, { io, reused: 'inline' });
  return rest;
}
