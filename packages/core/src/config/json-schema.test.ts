import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { ItsmPlugin } from '../contracts.ts';
import { dryRun, plugins, servicenow } from './__fixtures__/plugins.ts';
import { configJsonSchema } from './json-schema.ts';
import type { JsonSchema } from './members/taking-references.ts';

const schema = configJsonSchema(plugins, { dry_run: dryRun });

describe('configJsonSchema', () => {
  it('has a definition per plugin: its own members, the common ones and the decorators', () => {
    expect(schema).toMatchObject({
      type: 'object',
      properties: { $settings: { properties: { environment: { type: 'string' } }, additionalProperties: false } },
      $defs: {
        jira: {
          type: 'object',
          required: ['endpoint', 'project_key'],
          additionalProperties: false,
          properties: {
            endpoint: { type: 'string' },
            api_token: { type: 'string', writeOnly: true },
            dry_run: { type: 'boolean' },
            enabled: { type: 'boolean' },
            retry: { properties: { max_retries: { maximum: 10 } } },
            lease: { type: ['string', 'number'] },
          },
        },
        servicenow: { required: ['endpoint'] },
      },
    });
  });

  it('describes each member of the ways of signing in', () => {
    const { properties } = (schema as { $defs: { servicenow: { properties: { auth: JsonSchema } } } }).$defs.servicenow;
    const ways = objectsIn(properties.auth);
    const described = ways.map(way => ({
      way: [way.properties?.type, way.properties?.grant]
        .map(one => Object(one).const)
        .join(' ')
        .trim(),
      bare: Object.entries(way.properties ?? {})
        .filter(([, member]) => Object(member).description === undefined && Object(member).const === undefined)
        .map(([name]) => name),
    }));
    expect(described).toEqual([
      { way: 'basic', bare: [] },
      { way: 'bearer', bare: [] },
      { way: 'oauth2 client_credentials', bare: [] },
      { way: 'oauth2 password', bare: [] },
      { way: 'oauth2 refresh_token', bare: [] },
      { way: 'oauth2 jwt_bearer', bare: [] },
      { way: 'api_key', bare: [] },
      { way: 'certificate', bare: [] },
    ]);
    const header = ways.flatMap(way => way.properties?.header ?? []);
    expect(header).toMatchObject([{ default: 'x-sn-apikey' }]);
  });

  it('lets an entry of another name say its plugin', () => {
    const jira = { $ref: '#/$defs/jira', required: ['plugin'], properties: { plugin: { const: 'jira' } } };
    const other = { $ref: '#/$defs/servicenow', required: ['plugin'], properties: { plugin: { const: 'servicenow' } } };
    expect(schema).toMatchObject({
      additionalProperties: { anyOf: [jira, other] },
      properties: { jira: { anyOf: [{ $ref: '#/$defs/jira', not: { required: ['plugin'] } }, jira, other] } },
    });
  });

  it('refuses no member where a plugin has its settings in a union', () => {
    const either: ItsmPlugin = {
      ...servicenow,
      settings: z.union([z.strictObject({ a: z.string() }), z.strictObject({ b: z.string() })]),
    };
    const found = configJsonSchema(new Map([['either', either]]), {});
    expect(found).not.toHaveProperty('$defs.either.additionalProperties');
    expect(found).not.toHaveProperty('$defs.either.required');
    expect(found).toHaveProperty('$defs.either.properties.template');
  });
});

function objectsIn(schema: JsonSchema): readonly JsonSchema[] {
  const inner = [...(schema.anyOf ?? []), ...(schema.oneOf ?? [])].filter(choice => typeof choice === 'object');
  return schema.properties === undefined ? inner.flatMap(objectsIn) : [schema];
}
