import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openShell } from './shell.ts';

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');
const readme = read('README.md');

/** The section of each command, by the names in its heading: `### itsm pause INTEGRATION, itsm resume INTEGRATION`. */
const sections: ReadonlyMap<string, string> = new Map(
  readme
    .split(/^#{2,3} /m)
    .flatMap(section =>
      [...(section.split('\n', 1)[0] ?? '').matchAll(/itsm ([a-z]+)/g)].map(
        ([, name = '']) => [name, section] as const,
      ),
    ),
);

/** Options that many commands have, from the table of them: their flags, and the commands that lack them. */
const shared = [...readme.matchAll(/^\| (`-.*?`) \| (all.*?) \|/gm)].map(([, flags = '', of = '']) => ({
  flags,
  lacking: of
    .replace(/^all(?: but )?/, '')
    .split(', ')
    .filter(Boolean),
}));

/** As commander prints them: `-n, --note <markdown>` is `-n`, `--note <markdown>` in the README. */
async function helpOf(...command: string[]) {
  await using shell = await openShell();
  const { stdout } = await shell.itsm([...command, '--help']);
  const part = (title: string) => stdout.split(`\n${title}:\n`)[1]?.split('\n\n')[0] ?? '';
  const options = [...part('Options').matchAll(/^ {2}(-\S+(?: -\S+)?(?: (?:<.*?>|\[.*?\]))?)/gm)];
  return {
    commands: [...part('Commands').matchAll(/^ {2}([a-z]+)/gm)].map(([, name = '']) => name),
    options: options.map(([, flags = '']) =>
      flags
        .split(', ')
        .map(flag => `\`${flag}\``)
        .join(', '),
    ),
  };
}

/** The table of the first README. */
const listed = read('../../README.md')
  .match(/^\| `itsm .*$/gm)
  ?.join('\n');

const commands = (await helpOf()).commands.filter(name => name !== 'help');

it('finds the commands and the options that many have', () => {
  expect(commands).toContain('create');
  expect(shared.map(({ flags }) => flags)).toContain('`-h`, `--help`');
});

describe.each(commands)('itsm %s', name => {
  const section = sections.get(name) ?? '';

  it('is described in the README, and listed where readers begin', () => {
    expect(section, `### itsm ${name}`).not.toBe('');
    expect(listed).toContain(`\`itsm ${name}\``);
  });

  it('has the options that the README says, and no other', async () => {
    const { options } = await helpOf(name);
    const [, other = ''] = /Options are those of `(\w+)`/.exec(section) ?? [];
    const listed = [section, sections.get(other) ?? ''].flatMap(text =>
      [...text.matchAll(/^- ((?:`-\w`, )?`--.*?`)/gm)].map(([, flags = '']) => flags),
    );
    const common = shared.filter(({ lacking }) => !lacking.includes(name)).map(({ flags }) => flags);
    expect([...new Set([...listed, ...common])].sort()).toEqual(options.toSorted());
  });
});

it('the table of options names no command that is not there', () => {
  expect(shared.flatMap(({ lacking }) => lacking).filter(name => !commands.includes(name))).toEqual([]);
});
