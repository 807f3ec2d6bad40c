import { PassThrough } from 'node:stream';
import { Command } from 'commander';
import { expect, it } from 'vitest';
import { run } from '../run.ts';
import { commands } from './commands.ts';

const openIo = () => {
  const [stdout, stderr] = [new PassThrough(), new PassThrough()];
  const { signal } = new AbortController();
  return { io: { stdin: new PassThrough(), stdout, stderr, env: {}, cwd: '/', signal }, stdout, stderr };
};

it.each(Object.keys(commands))('%s is in the table by the name that is typed', async name => {
  const program = new Command('itsm');
  await commands[name]?.({ program, io: openIo().io, done: async () => {} });
  expect(program.commands.map(command => command.name())).toEqual([name]);
});

it('the help of a command that is loaded alone is the one that itsm help prints', async () => {
  const [alone, among] = [openIo(), openIo()];
  expect(await run(['preview', '--help'], alone.io)).toBe(0);
  expect(await run(['help', 'preview'], among.io)).toBe(0);
  expect(String(alone.stdout.read())).toBe(String(among.stdout.read()));
});

it('a misspelt command is compared with all of them', async () => {
  const { io, stderr } = openIo();
  expect(await run(['prewiev'], io)).toBe(2);
  expect(String(stderr.read())).toContain('Did you mean preview?');
});

it.each([['--version'], ['-V']])('%s prints the version, as it does beside other words', async option => {
  const [alone, among] = [openIo(), openIo()];
  expect(await run([option], alone.io)).toBe(0);
  expect(await run([option, 'preview'], among.io)).toBe(0);
  expect(String(alone.stdout.read())).toBe(String(among.stdout.read()));
});
