import { expect, it } from 'vitest';
import { type JsonSchema, takingReferences } from './taking-references.ts';

const some = { $ref: '#/$defs/$reference' };
const of = (schema: object) => takingReferences(schema as JsonSchema, some.$ref);

it('lets a reference stand for a text that has to have a form, and keeps what is said about the member', () => {
  expect(of({ type: 'string', enum: ['a', 'b'], default: 'a', description: 'One of two' })).toEqual({
    anyOf: [{ type: 'string', enum: ['a', 'b'] }, some],
    default: 'a',
    description: 'One of two',
  });
});

it.each([
  ['members', { type: 'object', properties: { a: { type: 'string', pattern: '^a$' } } }, ['properties', 'a']],
  ['elements', { type: 'array', items: { type: 'string', format: 'email' } }, ['items']],
  ['entries', { type: 'object', additionalProperties: { type: 'string', pattern: '^a$' } }, ['additionalProperties']],
  ['branches', { oneOf: [{ type: 'string', pattern: '^a$' }] }, ['oneOf', 0]],
])('looks into %s', (_where, schema, path) => {
  expect(of(schema)).toHaveProperty([...path, 'anyOf', 1], some);
});

it.each([{ type: 'string' }, { type: 'string', minLength: 1 }, { type: 'number' }, { const: 'basic', type: 'string' }])(
  'leaves %j as it is',
  schema => {
    expect(of(schema)).toEqual(schema);
  },
);
