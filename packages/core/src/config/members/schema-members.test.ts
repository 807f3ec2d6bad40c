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

describe('branches', () => {
  const basic = z.strictObject({ type: z.literal('basic'), password: secret() });
  const secretIn = (schema: z.core.$ZodType, value: object) =>
    memberSchemas([schema], value, 'password').some(isSecretSchema);

  it.each([
    ['null, which `nullable` takes', basic.extend({ type: z.literal('basic').nullable() }), { type: null }],
    ['nothing, for which `default` has something', basic.extend({ type: z.literal('basic').default('basic') }), {}],
    [
      'what `preprocess` may make of anything',
      basic.extend({ type: z.preprocess(Object, z.literal('basic')) }),
      { type: 1 },
    ],
  ])('rules none out for %s in the place of a constant', (_what, schema, value) => {
    const other = z.strictObject({ token: z.string() });
    expect(secretIn(z.union([schema, other]), { ...value, password: 'x' })).toBe(true);
  });

  it('takes no text beside the objects for the branch that is meant', () => {
    expect(secretIn(z.union([basic, z.string()]), { type: 'Basic', password: 'x' })).toBe(true);
  });

  it('rules out no side of an intersection: both have to hold', () => {
    expect(secretIn(z.intersection(basic, z.looseObject({ user: z.string() })), { type: 'Basic' })).toBe(true);
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

  it('comes to an end where all of a schema is behind z.lazy, which makes another each time that it is asked', () => {
    interface Chain {
      readonly next?: Chain | undefined;
    }
    const chain: z.ZodType<Chain> = z.lazy(() => z.strictObject({ next: chain.optional() }));
    expect(holdsSecret(chain)).toBe(false);
  });

  it('looks at a schema once, in however many ways it is reached', () => {
    let looks = 0;
    const all: z.ZodType[] = Array.from({ length: 12 }, () =>
      z.lazy(() => {
        looks++;
        return z.strictObject(Object.fromEntries(all.map((each, at) => [`m${at}`, each])));
      }),
    );
    expect(all.some(each => holdsSecret(each))).toBe(false);
    expect(looks).toBe(all.length);
  });
});
