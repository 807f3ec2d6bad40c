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

/** The kinds that a review was asked for, by the words of their rows. */
it.each([
  ['template injection by data', /is run as a template/],
  ['escape from a shared template', /template reaches JavaScript/],
  ['prototype pollution by a config', /pollution by a config/],
  ['prototype pollution by an analysis', /pollution by an analysis/],
  ['prototype pollution by a response', /pollution by an answer/],
  ['path traversal in templates', /template includes a file outside/],
  ['path traversal in attachments', /file name leads out of a folder/],
  ['SSRF and redirects', /redirects to the metadata service/],
  ['response bombs', /answer without end, a gzip bomb/],
  ['ReDoS', /regular expression busy/],
  ['log injection', /escape sequence in a log/],
  ['header injection', /CR and LF in a token or header/],
  ['customer data in reports', /reaches a ticket, a row, an event/],
  ['markup injection into ServiceNow', /becomes HTML in a journal/],
  ['markup injection into Jira', /behind a link in Jira/],
  ['markup injection into GitHub', /mentions people of GitHub/],
  ['markup injection by a webhook', /calls everybody in Slack/],
  ['markup injection into the console', /Script in a page of ours/],
  ['requests forged by a page of another site', /presses a button \(CSRF\)/],
])('has a row for %s', (_, words) => {
  expect(rows.map(({ attack }) => attack).filter(attack => words.test(attack))).toHaveLength(1);
});
