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

it('bundles a package by its entries, and leaves other packages and its declarations where they are', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'itsm-bundle-'));
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  await bundlePackage(folder);
  const written = readdirSync(join(folder, 'dist')).filter(name => !name.endsWith('.map'));
  expect(written.sort()).toEqual(['index.d.ts', 'index.js', 'late.js', 'main.js', 'shared.js']);
  const code = (name: string) => readFileSync(join(folder, 'dist', name), 'utf8');
  expect(code('index.js')).toMatch(/from ['"]zod['"]/);
  expect(code('main.js')).toMatch(/^#!\/usr\/bin\/env node\n/);
  // Node 22 does not know it.
  expect(code('main.js')).not.toContain('using done');
  expect(execFileSync(process.execPath, [join(folder, 'dist/main.js')], { encoding: 'utf8' })).toBe(
    'shared late true\n1.2.3\n',
  );
  rmSync(folder, { recursive: true });
});
