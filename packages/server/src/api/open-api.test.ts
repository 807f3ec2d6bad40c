import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
import { askApi } from './__tests__/ask-api.ts';
import { delivery, pretendDesk } from './__tests__/pretend-desk.ts';

const { app, get } = askApi(pretendDesk({ kind: 'delivered', delivery }, []));
const { body: document } = await get('/openapi.json');
interface Operation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly schema: object }[];
}
const paths = document.paths as Record<string, Record<string, Operation>>;

it('is a document of OpenAPI 3.1', async () => {
  expect(await new Validator().validate(structuredClone(document))).toEqual({ valid: true });
  expect(document.openapi).toMatch(/^3\.1\./);
});

it('has every route that is served, and no other', () => {
  const served = app.routes.filter(({ method, path }) => method !== 'ALL' && path !== '/*');
  const documented = Object.entries(paths).flatMap(([path, methods]) =>
    Object.keys(methods).map(method => `${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`),
  );
  expect(served.map(({ method, path }) => `${method} ${path}`).toSorted()).toEqual(documented.toSorted());
  expect(documented.length).toBeGreaterThan(10);
});

it('names each operation once, and every schema that it refers to', () => {
  const ids = Object.values(paths).flatMap(methods => Object.values(methods).map(({ operationId }) => operationId));
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids).toContain('postDeliveriesKeyApprove');
  const { schemas } = document.components as { schemas: object };
  const named = [...JSON.stringify(document).matchAll(/#\/components\/schemas\/(\w+)/g)].map(([, name]) => name);
  expect(Object.keys(schemas)).toEqual(expect.arrayContaining([...new Set(named)]));
  expect(Object.keys(schemas)).toEqual(
    expect.arrayContaining(['Delivery', 'DeliveryRecord', 'DryRun', 'Event', 'Lane']),
  );
});

it('tells of the query what is accepted, and what is usual', () => {
  const parameters = paths['/api/deliveries']?.get?.parameters ?? [];
  expect(parameters.find(({ name }) => name === 'limit')).toMatchObject({
    ...{ in: 'query', required: false, schema: { type: 'integer', minimum: 1, maximum: 200, default: 50 } },
  });
  expect(parameters.find(({ name }) => name === 'status')?.schema).toMatchObject({ type: 'array' });
});
