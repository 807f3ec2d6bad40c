import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { root } from './pages.ts';

const text = readFileSync(join(root, 'CONTRIBUTING.md'), 'utf8');

/** Whole paths of a row: `packages/server/src/events/`, `client/` are two of one folder, and `plugin-*` is any. */
const rows = [...text.matchAll(/^\| (`(?:packages|examples)\/.*?) \|/gm)].flatMap(([, cell = '']) => {
  const [first = '', ...others] = [...cell.matchAll(/`([^`]+)\/`/g)].map(([, path = '']) => path);
  return [first, ...others.map(path => `${first.slice(0, first.lastIndexOf('/'))}/${path}`)];
});

const foldersIn = (path: string) =>
  readdirSync(join(root, path), { withFileTypes: true })
    .filter(entry => entry.isDirectory() && !entry.name.startsWith('__'))
    .map(({ name }) => `${path}/${name}`);

it.each(['packages', 'packages/core/src', 'packages/server/src'])(
  'CONTRIBUTING says what is in each folder of %s',
  path => {
    const said = (folder: string) =>
      rows.some(
        row => `${row}/`.startsWith(`${folder}/`) || (row.endsWith('-*') && folder.startsWith(row.slice(0, -1))),
      );
    expect(foldersIn(path).filter(folder => !said(folder))).toEqual([]);
  },
);
