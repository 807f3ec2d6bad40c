import { expect, it } from 'vitest';
import { readConsole } from './read-console.ts';

it('is commands, each with what it prints', () => {
  const text = '$ one\nsaid\n\n> quoted\n$ two \\\n    --more\n$ cat <<END\n> text\n> END\nprinted\n';
  expect(readConsole(text)).toEqual([
    { command: 'one', printed: ['said', '', '> quoted'] },
    { command: 'two \\\n    --more', printed: [] },
    { command: 'cat <<END\ntext\nEND', printed: ['printed'] },
  ]);
});

it('begins with a command', () => {
  expect(() => readConsole('said\n')).toThrow('A console block begins with "$ ", not with "said".');
});
