import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const root = join(import.meta.dirname, '..');
const text = readFileSync(join(root, 'docs/security.md'), 'utf8');

interface Row {
  readonly attack: string;
  readonly stops: string;
  readonly tests: string;
  readonly remains: string;
}

/** The rows of the tables that have four columns, without heads and rules. */
const rows = text
  .split('\n')
  .filter(line => line.startsWith('| '))
  .map(line => line.split(/(?<!\\)\|/).map(cell => cell.trim()))
  .filter(cells => cells.length === 6 && cells[1] !== 'Attack' && !cells[1]?.startsWith('-'))
  .map(([, attack = '', stops = '', tests = '', remains = '']): Row => ({ attack, stops, tests, remains }));

const filesIn = (cell: string) => [...cell.matchAll(/`([\w./-]+\.(?:ts|md|yml|json))`/g)].map(([, file = '']) => file);

/** `` `packages/x.test.ts` "title" "another" `` */
const testsIn = (cell: string) =>
  [...cell.matchAll(/`([\w./-]+\.test\.ts)`((?:[\s,]*"[^"]+")+)/g)].flatMap(([, file = '', titles = '']) =>
    [...titles.matchAll(/"([^"]+)"/g)].map(([, title = '']) => ({ file, title })),
  );

const titlesOf = (file: string) => readFileSync(join(root, file), 'utf8').replaceAll("\\'", "'");

it.each(rows.map(row => [row.attack, row] as const))('%s', (_, { stops, tests, remains }) => {
  for (const file of filesIn(stops)) expect(existsSync(join(root, file)), file).toBe(true);
  const named = testsIn(tests);
  expect(named).not.toEqual([]);
  const missing = named.filter(
    ({ file, title }) =>
      !existsSync(join(root, file)) ||
      !["'", '"', '`'].some(quote => titlesOf(file).includes(`${quote}${title}${quote},`)),
  );
  expect(missing).toEqual([]);
  expect(remains).not.toBe('');
});

it('has a row for every kind of attack that was asked for', () => {
  expect(rows.length).toBeGreaterThan(25);
});
