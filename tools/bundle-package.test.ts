import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { bundlePackage } from './packages/bundle-package.ts';

const entry = { types: './dist/index.d.ts', default: './dist/index.js' };
const files = {
  'package.json': JSON.stringify({ version: '1.2.3', bin: { desk: './dist/main.js' }, exports: { '.': entry } }),
  'src/index.ts': `import { z } from 'zod';\nexport { shared } from './deep/shared.ts';\nexport const text = z.string();\n`,
  'src/main.ts': `#!/usr/bin/env node
import manifest from '../package.json' with { type: 'json' };
import { shared } from './deep/shared.ts';
const { late } = await import('./late.ts');
using done = { [Symbol.dispose]: () => console.log(manifest.version) };
console.log(shared, late, done !== undefined);
`,
  'src/late.ts': `export const late: string = 'late';\n`,
  'src/deep/shared.ts': `export const shared: string = 'shared';\n`,
  'dist/index.d.ts': 'export {};\n',
  'dist/left-over.js': '',
};

function openFolder() {
  const dir = mkdtempSync(join(tmpdir(), 'itsm-bundle-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(dir, path)), { recursive: true });
    writeFileSync(join(dir, path), text);
  };
  for (const [path, text] of Object.entries(files)) write(path, text);
  const written = () =>
    readdirSync(join(dir, 'dist'))
      .filter(name => !name.endsWith('.map'))
      .sort();
  return { dir, write, written, [Symbol.dispose]: () => rmSync(dir, { recursive: true }) };
}

it('bundles a package by its entries, and leaves other packages and its declarations where they are', async () => {
  using folder = openFolder();
  await bundlePackage(folder.dir);
  const names = [/^index\.d\.ts$/, /^index\.js$/, /^late-[\w-]{8}\.js$/, /^main\.js$/, /^shared-[\w-]{8}\.js$/];
  expect(folder.written()).toEqual(names.map(name => expect.stringMatching(name)));
  const code = (name: string) => readFileSync(join(folder.dir, 'dist', name), 'utf8');
  expect(code('index.js')).toMatch(/from ['"]zod['"]/);
  expect(code('main.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
  // Node 22 does not know it.
  expect(code('main.js')).not.toContain('using done');
  expect(execFileSync(process.execPath, [join(folder.dir, 'dist/main.js')], { encoding: 'utf8' })).toBe(
    'shared late true\n1.2.3\n',
  );
});

it('names what is loaded late by what is in it: a process that is older than an update finds none of another version', async () => {
  using folder = openFolder();
  const chunk = (name: string) => folder.written().filter(one => one.startsWith(`${name}-`));
  await bundlePackage(folder.dir);
  const [late, shared] = [chunk('late'), chunk('shared')];
  folder.write('src/late.ts', `export const late: string = 'later';\n`);
  await bundlePackage(folder.dir);
  expect(chunk('shared')).toEqual(shared);
  expect(chunk('late')).toHaveLength(1);
  expect(chunk('late')).not.toEqual(late);
});
