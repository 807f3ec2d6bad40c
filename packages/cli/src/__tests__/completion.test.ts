import { execFile, execFileSync } from 'node:child_process';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShell, type Shell } from './shell.ts';

const isThere = (shell: string): boolean => {
  try {
    return execFileSync(shell, ['--version'], { stdio: 'ignore' }) === null;
  } catch {
    return false;
  }
};

let folder: Shell;
const scripts = new Map<string, string>();
beforeAll(async () => {
  folder = await openShell();
  for (const shell of ['bash', 'zsh', 'fish']) {
    const { stdout } = await folder.itsm(['completion', shell]);
    scripts.set(shell, stdout);
    await folder.write(`itsm.${shell}`, stdout);
  }
  await folder.write('other.json', { $settings: {}, desk_eu: { plugin: 'desk' }, desk_us: {} });
});
afterAll(() => folder?.[Symbol.asyncDispose]());

const run = async (command: string, args: readonly string[]) =>
  (
    await promisify(execFile)(command, [...args], {
      cwd: folder.dir,
      env: { ...process.env, HOME: folder.dir, TERM: 'dumb' },
    })
  ).stdout;

/** Stands for the command, which is asked for integrations: it says which config it was asked about. */
const itsm = `itsm() { [ "$1 $2 $3" = 'completion integrations --config' ] && printf '%s\\n' "jira" "of-$4"; }`;

const complete = {
  /** As bash calls the function when somebody presses Tab. */
  async bash(line: string) {
    const words = line.split(' ').map(word => `'${word}'`);
    const script = `${itsm}
      source ./itsm.bash
      COMP_WORDS=(${words.join(' ')}) COMP_CWORD=${words.length - 1}
      _itsm
      printf '%s\\n' "\${COMPREPLY[@]}"`;
    return (await run('bash', ['--norc', '-c', script])).trim().split('\n');
  },
  async fish(line: string) {
    const stub = `function itsm; printf '%s\\n' jira of-$argv[4]; end`;
    const printed = await run('fish', ['--no-config', '-c', `${stub}; source ./itsm.fish; complete -C '${line}'`]);
    return printed
      .trim()
      .split('\n')
      .map(each => each.split('\t')[0] ?? '');
  },
} as const;

describe.each(['bash', 'fish'] as const)('in %s, where it is installed', shell => {
  const skip = !isThere(shell);
  it.skipIf(skip)('commands are completed', async () => {
    expect(await complete[shell]('itsm ')).toEqual(
      expect.arrayContaining(['init', 'create', 'completion', 'worker', 'help']),
    );
  });

  it.skipIf(skip)('options of a command, those of this one alone', async () => {
    const found = await complete[shell]('itsm worker --');
    expect(found).toEqual(expect.arrayContaining(['--config', '--listen', '--integration', '--help']));
    expect(found).not.toContain('--enqueue');
  });

  it.skipIf(skip)('integrations of the config at hand, and of the one that the line names', async () => {
    expect(await complete[shell]('itsm create --integration ')).toEqual(
      expect.arrayContaining(['jira', 'of-config/itsm_config.json']),
    );
    expect(await complete[shell]('itsm pause --config other.json ')).toEqual(
      expect.arrayContaining(['jira', 'of-other.json']),
    );
  });

  it.skipIf(skip)('files and fixed words, where they belong', async () => {
    expect(await complete[shell]('itsm create ')).toContain('other.json');
    expect(await complete[shell]('itsm check --sample ')).toContain('other.json');
    expect(await complete[shell]('itsm completion ')).toEqual(expect.arrayContaining(['bash', 'zsh', 'fish']));
  });
});

/** zsh completes on a terminal alone: one is made, a line is typed with Tabs in it, and what came of it is run. */
it.skipIf(!isThere('zsh'))('in zsh, where it is installed, a line of Tabs becomes a command', async () => {
  await folder.write(
    'desk.zsh',
    `PS1= RPS1=
    itsm() { [ "$1" = completion ] && print -l jira of-$4 || print -r -- "ran:\${*};" }
    autoload -U compinit; compinit -D -u
    source ./itsm.zsh
    print ready`,
  );
  const script = `
    zmodload zsh/zpty
    zpty desk zsh -f -i
    zpty -w desk 'source ./desk.zsh'
    zpty -r desk said '*ready*'
    zpty -w desk $'itsm wor\\t--lis\\t1 --conf\\toth\\t--integ\\tof-\\t'
    zpty -r desk said '*ran:*;*'
    print -r -- $said`;
  const said = await run('zsh', ['-f', '-c', script]);
  expect(/ran:(.*?) *;/.exec(said)?.[1]).toBe('worker --listen 1 --config other.json --integration of-other.json');
});

it('knows every command and option that the help knows', async () => {
  const { stdout: help } = await folder.itsm(['--help']);
  const commands = [...help.matchAll(/^ {2}([a-z]+) (?:\[| ).*$/gm)]
    .map(([, name = '']) => name)
    .filter(name => name !== 'help');
  expect(commands.length).toBeGreaterThan(15);
  for (const command of commands) {
    const { stdout } = await folder.itsm([command, '--help']);
    const options = [...stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gm)].map(([, name = '']) => name);
    for (const [shell, script] of scripts) {
      for (const word of [command, ...options.map(name => (shell === 'fish' ? `-l ${name.slice(2)}` : name))])
        expect(script.includes(word), `${shell}: ${command} ${word}`).toBe(true);
    }
  }
});

it('prints the integrations of a config, and nothing where it cannot be read', async () => {
  const of = (config: string) => folder.itsm(['completion', 'integrations', '--config', config]);
  expect(await of('other.json')).toEqual({ status: 0, stdout: 'desk_eu\ndesk_us\n', stderr: '' });
  expect(await of('nowhere.json')).toEqual({ status: 0, stdout: '', stderr: '' });
});

it('refuses a shell that it does not know', async () => {
  const { status, stderr } = await folder.itsm(['completion', 'cmd']);
  expect(status).toBe(2);
  expect(stderr).toContain('Allowed choices are bash, zsh, fish, integrations.');
});
