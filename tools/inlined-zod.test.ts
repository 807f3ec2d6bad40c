import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { z as Zod } from '../packages/core/src/zod.ts';
import { bundlePackage } from './packages/bundle-package.ts';

const core = join(import.meta.dirname, '../packages/core');
const folder = mkdtempSync(join(tmpdir(), 'itsm-zod-'));

/** That of whoever writes a plugin, and the one that core brings along. */
let theirs: typeof Zod;
let ours: typeof Zod;

beforeAll(async () => {
  const entry = { types: './dist/zod.d.ts', default: './dist/zod.js' };
  const manifest = { name: '@itsm-bridge/core', type: 'module', exports: { './zod': entry } };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  mkdirSync(join(folder, 'src'));
  writeFileSync(join(folder, 'src/zod.ts'), readFileSync(join(core, 'src/zod.ts')));
  symlinkSync(join(core, 'node_modules'), join(folder, 'node_modules'));
  await bundlePackage(folder);
  ours = (await import(join(folder, 'dist/zod.js'))).z;
  theirs = (await import(join(core, 'node_modules/zod/index.js'))).z;
});

afterAll(() => rmSync(folder, { recursive: true }));

it('is a copy, with English messages alone, and with the licence of zod beside it', () => {
  expect(ours.ZodString).not.toBe(theirs.ZodString);
  expect(Object.keys(ours.locales)).toEqual(['en']);
  expect(Object.keys(ours).sort()).toEqual(Object.keys(theirs).sort());
  expect(ours.string().safeParse(1).error?.issues).toEqual(theirs.string().safeParse(1).error?.issues);
  expect(readFileSync(join(folder, 'dist/LICENCES.md'), 'utf8')).toMatch(/^## zod 4[\s\S]*MIT License/m);
});

describe.each([
  ['their members in our object', () => [ours, theirs] as const],
  ['our members in their object', () => [theirs, ours] as const],
])('%s', (_, copies) => {
  const make = () => {
    const [outer, inner] = copies();
    const tags = inner.array(inner.string().min(2)).default(['ab']).meta({ description: 'What it is about' });
    const one = outer.union([inner.literal('a'), inner.strictObject({ kind: inner.enum(['b']) })]);
    return { outer, inner, schema: outer.strictObject({ tags, one, name: inner.coerce.string().optional() }) };
  };

  it('parse', async () => {
    const { schema } = make();
    const read = { tags: ['ab'], one: { kind: 'b' }, name: '1' };
    expect(schema.parse({ one: { kind: 'b' }, name: 1 })).toEqual(read);
    expect(await schema.parseAsync({ one: { kind: 'b' }, name: 1 })).toEqual(read);
  });

  it('tell what is wrong, at its place, as an error of either', () => {
    const { outer, inner, schema } = make();
    const { error } = schema.safeParse({ tags: ['a'], one: 'b', more: 1 });
    const places = error?.issues.map(({ code, path }) => `${path.join('.')} ${code}`);
    expect(places).toEqual(['tags.0 too_small', 'one invalid_union', ' unrecognized_keys']);
    expect(error).toBeInstanceOf(outer.ZodError);
    expect(error).toBeInstanceOf(inner.ZodError);
  });

  it('have one JSON Schema, whichever makes it, with what was said of them', () => {
    const { outer, inner, schema } = make();
    const made = outer.toJSONSchema(schema, { io: 'input' });
    expect(inner.toJSONSchema(schema, { io: 'input' })).toEqual(made);
    expect(made).toMatchObject({ properties: { tags: { description: 'What it is about', default: ['ab'] } } });
  });

  it('are of the types of both', () => {
    const { outer, inner, schema } = make();
    expect(schema).toBeInstanceOf(inner.ZodObject);
    expect(schema.shape.tags).toBeInstanceOf(outer.ZodDefault);
    expect(outer.globalRegistry).toBe(inner.globalRegistry);
  });
});
