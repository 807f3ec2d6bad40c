import { expect, it } from 'vitest';
import { checkImports } from './packages/check-imports.ts';
import { checkLicences } from './packages/check-licences.ts';
import { checkManifest } from './packages/check-manifest.ts';
import type { Packed } from './packages/packed.ts';

const manifest = {
  name: 'desk',
  version: '1.0.0',
  exports: { '.': { source: './src/index.ts', types: './dist/index.d.ts', default: './dist/index.js' } },
  dependencies: { zod: 'workspace:^' },
};
const files: Readonly<Record<string, string>> = {
  'dist/index.js': "import axios from 'axios';\nimport { z } from 'zod';\nimport { once } from 'node:events';\n",
  'dist/index.js.map': JSON.stringify({
    sources: ['../src/index.ts', '../../node_modules/.pnpm/x@1/node_modules/@x/y/z.js'],
  }),
  'dist/index.d.ts': "export type { Desk } from './desk.ts';\n",
  'dist/desk.d.ts': "import type { Root } from 'mdast';\n",
  'dist/unseen.d.ts': "import type { Command } from 'commander';\n",
  'dist/desk.test.js': '',
};

it('a package that users could not use is told in each of its faults', () => {
  const told: string[] = [];
  const findings = { add: (where: string, what: string) => told.push(`${where} ${what}`), count: 0 };
  const read = (path: string) => files[path] ?? '';
  const packed = {
    ...manifest,
    folder: 'packages/desk',
    manifest,
    files: Object.keys(files),
    read,
  } as unknown as Packed;
  checkManifest(packed, findings);
  checkImports(packed, findings);
  checkLicences(packed, findings);
  expect(told).toEqual([
    'desk package.json has a version "workspace:…": it has to be packed by pnpm',
    'desk package.json publishes the condition "source": leave it out of publishConfig.exports',
    'desk package.json says nothing of Node: add engines.node',
    'desk package.json exports["."] has source, types, default: "types" goes first and "default" last',
    'desk package.json exports["."] names ./src/index.ts: not packed',
    'desk package.json does not export itself: add "./package.json"',
    'desk dist/desk.test.js is for tests and would be published: see "files"',
    'desk README.md is not there',
    'desk dist/index.js imports axios: add it to dependencies or peerDependencies',
    'desk dist/desk.d.ts imports mdast: add it to dependencies or peerDependencies',
    'desk dist/LICENCES.md does not have the licence of @x/y',
  ]);
});
