import { expect, it } from 'vitest';
import { withIgnored } from './with-ignored.ts';

const wanted = ['.env', '.itsm/'];

it.each([
  ['no file', undefined, '.env\n.itsm/\n'],
  ['an empty file', '', '.env\n.itsm/\n'],
  ['a file without a last newline', 'dist', 'dist\n.env\n.itsm/\n'],
  ['a file of Windows', 'dist\r\n', 'dist\r\n.env\r\n.itsm/\r\n'],
  ['one that has some of it', '.env\n', '.env\n.itsm/\n'],
  ['one that takes it back', '.env\n.itsm\n!.env\n', '.env\n.itsm\n!.env\n.env\n'],
  ['a pattern that only looks like it', '.env.local\n#.itsm/\n', '.env.local\n#.itsm/\n.env\n.itsm/\n'],
])('adds what is missing to %s', (_what, before, after) => {
  expect(withIgnored(before, wanted)).toBe(after);
  expect(withIgnored(after, wanted)).toBe(undefined);
});

it('has nothing to do where both are ignored, however they are written', () => {
  expect(withIgnored('  .env  \n.itsm\n', wanted)).toBe(undefined);
});
