import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { secret } from '../secrets/secret.ts';
import { descriptionOf, holdsSecret, isSecretSchema, memberNames, memberSchemas } from './schema-members.ts';

const auth = z.discriminatedUnion('type', [
  z.strictObject({ type: z.literal('basic'), user: z.string(), password: secret().meta({ description: 'Of them' }) }),
  z.strictObject({ type: z.literal('bearer'), token: secret() }),
]);
const settings = z
  .strictObject({
    auth: auth.optional().meta({ description: 'How it signs in' }),
    later: z.array(z.strictObject({ key: secret() })).default([]),
    pair: z.tuple([z.string()], secret()).optional(),
    names: z.record(z.string(), secret()).prefault({}),
    plain: z.preprocess(String, z.string()).readonly().nullable(),
  })
  .catchall(z.lazy(() => z.intersection(z.strictObject({ a: secret() }), z.strictObject({ b: z.string() }))))
  .superRefine(() => {})
  .transform(parsed => parsed);

const isSecretAt = (value: object, ...path: readonly (string | number)[]) => {
  let schemas: readonly z.core.$ZodType[] = [settings];
  let at: unknown = value;
  for (const key of path) {
    schemas = memberSchemas(schemas, at, key);
    at = Reflect.get(Object(at), key);
  }
  return schemas.some(isSecretSchema);
};

describe('memberSchemas', () => {
  it.each([
    ['a member of the branch that is meant', { auth: { type: 'basic' } }, ['auth', 'password'], true],
    ['a member of a branch that is not', { auth: { type: 'basic' } }, ['auth', 'token'], false],
    ['a member of any branch, where none is meant', { auth: { type: 'basci' } }, ['auth', 'token'], true],
    ['the element of a list', { later: [{}, {}] }, ['later', 1, 'key'], true],
    ['the rest of a tuple, not its beginning', { pair: [] }, ['pair', 0], false],
    ['the rest of a tuple', { pair: [] }, ['pair', 3], true],
    ['a member of any name', { names: {} }, ['names', 'constructor'], true],
    ['a member that nobody listed', { other: {} }, ['other', 'a'], true],
    ['a name that every object has', {}, ['toString'], false],
    ['what there is not', {}, ['plain', 'length'], false],
  ] as const)('finds %s', (_what, value, path, expected) => {
    expect(isSecretAt(value, ...path)).toBe(expected);
  });
});

describe('memberNames', () => {
  it('lists those of the branch that is meant, each once', () => {
    expect(memberNames([auth, auth], { type: 'bearer' })).toEqual(['type', 'token']);
    expect(memberNames([settings], {})).toEqual(['auth', 'later', 'pair', 'names', 'plain']);
  });
});

describe('descriptionOf', () => {
  it('is that of the schema or of what it wraps, not that of a branch', () => {
    const text = z.string().meta({ description: 'A text' });
    expect(descriptionOf(text.optional().default('x'))).toBe('A text');
    expect(descriptionOf(text.min(1))).toBe('A text');
    expect(descriptionOf(z.union([text, z.number()]))).toBeUndefined();
  });
});

describe('holdsSecret', () => {
  it('looks into every part of a schema', () => {
    expect(holdsSecret(settings)).toBe(true);
    for (const part of ['auth', 'later', 'pair', 'names'] as const)
      expect(memberSchemas([settings], {}, part).some(schema => holdsSecret(schema))).toBe(true);
    expect(memberSchemas([settings], {}, 'plain').some(schema => holdsSecret(schema))).toBe(false);
  });

  it('comes to an end in a schema that holds itself', () => {
    interface Tree {
      readonly children: readonly Tree[];
    }
    const tree: z.ZodType<Tree> = z.strictObject({ children: z.lazy(() => z.array(tree)) });
    expect(holdsSecret(tree)).toBe(false);
  });
});
