import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hostSdk } from '../__tests__/host-sdk.ts';
import { type Line, loggedRun } from '../__tests__/logged-run.ts';

const page = readFileSync(new URL('../../../../docs/LOGS.md', import.meta.url), 'utf8');
/** The rows of the table below a heading, without its head. */
const rowsOf = (heading: string): readonly (readonly string[])[] =>
  (page.split(`\n## ${heading}\n`)[1]?.split('\n## ')[0] ?? '')
    .split('\n')
    .filter(line => line.startsWith('| `'))
    .map(line => line.split(' | ').map(cell => cell.replace(/^\| /, '').replaceAll('`', '')));

/** `error.kind`, `warnings[].code`; what is inside of a text is the text's own. */
function membersOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(each => membersOf(each, `${path}[]`));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => {
    const at = path === '' ? name : `${path}.${name}`;
    return [at, ...membersOf(inner, at)];
  });
}

const sdk = hostSdk();
let lines: readonly Line[];
beforeAll(async () => {
  sdk.start();
  lines = await sdk.within(loggedRun);
});
afterAll(() => sdk.stop());

describe('docs/LOGS.md', () => {
  it('has each member that a run writes, and no other', () => {
    const written = new Set(lines.flatMap(line => membersOf(line)));
    expect(
      rowsOf('Members')
        .map(([member]) => member)
        .toSorted(),
    ).toEqual([...written].toSorted());
  });

  it('has each line that a run writes, with its level, and no other', () => {
    const known = rowsOf('Lines').map(([message = '', level]) => ({ message, level, form: formOf(message) }));
    const nameless = lines.filter(
      ({ message, level }) => !known.some(row => row.form.test(String(message)) && row.level === level),
    );
    expect(nameless).toEqual([]);
    const never = known.filter(({ form }) => !lines.some(({ message }) => form.test(String(message))));
    expect(never.map(({ message }) => message)).toEqual([]);
  });

  it('gives each member the type that it has', () => {
    const types = new Map(rowsOf('Members').map(([member = '', type]) => [member, type]));
    for (const line of lines) {
      for (const [member, value] of Object.entries(line)) expect(typeOf(value), member).toBe(types.get(member));
    }
  });
});

const formOf = (message: string): RegExp =>
  new RegExp(
    `^${message
      .split('…')
      .map(part => part.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
      .join('.*')}$`,
    's',
  );

const typeOf = (value: unknown): string =>
  Array.isArray(value) ? 'list' : typeof value === 'string' ? 'text' : typeof value;
