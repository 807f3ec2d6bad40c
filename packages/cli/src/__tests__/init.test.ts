import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { parseEnv } from 'node:util';
import { describe, expect, it } from 'vitest';
import { run } from '../run.ts';
import { openSandbox } from './open-sandbox.ts';
import { esModule, installed } from './plugin-project.ts';
import { openShell, type Shell } from './shell.ts';
import { writeFiles } from './write-files.ts';

const all = [
  '.gitignore',
  'analyses/example.json',
  'config/.env',
  'config/itsm_config.json',
  'config/itsm_config.schema.json',
];

const filesOf = async ({ dir }: Shell) => {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  return entries
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name).slice(dir.length + 1))
    .sort();
};

const text = ({ dir }: Shell, file: string) => readFile(join(dir, file), 'utf8');
const config = async (shell: Shell) => JSON.parse(await text(shell, 'config/itsm_config.json'));

describe('itsm init in an empty folder', () => {
  it('leads to the sandbox with the commands that it prints; its README is typed by test-documents up to the tickets', async () => {
    await using shell = await openShell();
    const { next } = (await shell.json(['init']))[0] as { readonly next: readonly string[] };
    expect(await filesOf(shell)).toEqual(all);
    await using sandbox = await openSandbox(shell.dir, ['--env', 'config/.env']);
    expect(sandbox).toMatchObject({ env: 'config/.env' });
    const typed = next.map(command => command.split(' ').slice(1));
    expect(typed.shift()?.slice(0, 3)).toEqual(['sandbox', '--env', 'config/.env']);
    expect(typed.map(([command]) => command)).toEqual(['check', 'preview', 'create']);
    expect(await shell.itsm(['check'])).toMatchObject({ status: 0, stderr: '' });
    for (const args of typed.slice(0, -1)) expect(await shell.itsm(args)).toMatchObject({ status: 0, stderr: '' });
  });

  it('says with an empty .env which variables are still to be filled in', async () => {
    await using shell = await openShell();
    await shell.itsm(['init', '--platform', 'jira']);
    const { status, stderr } = await shell.itsm(['check']);
    expect(status).toBe(2);
    for (const name of Object.keys(parseEnv(await text(shell, 'config/.env'))))
      expect(stderr).toContain(`${name} is not set; set it in the environment or in the .env beside the config`);
  });

  it('writes a config for any platform of ours, with names for what differs from site to site', async () => {
    await using shell = await openShell();
    const { stdout } = await shell.itsm(['init', '--platform', 'github, pagerduty,webhook', '--dry-run']);
    expect(stdout).toContain(
      '  npm install @itsm-bridge/plugin-github @itsm-bridge/plugin-pagerduty @itsm-bridge/plugin-webhook\n  itsm schema --out config/itsm_config.schema.json\n',
    );
    expect(stdout).not.toContain('itsm sandbox');
    expect(await config(shell)).toMatchObject({
      github: { dry_run: true, repository: '${GITHUB_ISSUES_REPOSITORY}' },
      pagerduty: { dry_run: true },
      webhook: { dry_run: true },
    });
    const named = JSON.stringify(await config(shell)).match(/(?<=\$\{)\w+/g);
    expect(Object.keys(parseEnv(await text(shell, 'config/.env'))).sort()).toEqual([...new Set(named)].sort());
  });

  it('writes the templates of the plugins, which a config then names', async () => {
    await using shell = await openShell({
      ITSM_ENVIRONMENT: 'test',
      JIRA_ENDPOINT: 'https://company.atlassian.net',
      JIRA_PROJECT_KEY: 'OPS',
    });
    await shell.itsm(['init', '--templates', '--dry-run']);
    expect(await config(shell)).toMatchObject({
      servicenow: { template: 'templates/incident_template.md' },
      jira: { template: 'templates/jira_template.adf.json' },
    });
    expect(await text(shell, 'config/templates/incident_template.md')).toContain('{analysis.root_cause}');
    expect(await shell.itsm(['check', '--integration', 'jira'])).toMatchObject({ stderr: '', status: 0 });
  });

  it('keeps the .env to its owner, and out of git', async () => {
    await using shell = await openShell();
    await shell.itsm(['init']);
    expect((await stat(join(shell.dir, 'config/.env'))).mode & 0o777).toBe(0o600);
    expect(await text(shell, '.gitignore')).toBe('.env\n.itsm/\n');
  });

  it('knows the plugins that are installed beside it', async () => {
    await using shell = await openShell();
    await writeFiles(shell.dir, installed('@itsm-bridge/plugin-webhook', esModule('webhook')));
    await shell.itsm(['init', '--platform', 'webhook']);
    expect(JSON.parse(await text(shell, 'config/itsm_config.schema.json'))).toHaveProperty('properties.webhook');
    expect(existsSync(join(shell.dir, '.gitignore'))).toBe(false);
  });
});

describe('what is there already', () => {
  it('is told and left as it is', async () => {
    await using shell = await openShell();
    await mkdir(join(shell.dir, '.git'));
    await writeFiles(shell.dir, { 'config/itsm_config.json': '{}', 'config/.env': 'MINE=1', '.gitignore': 'dist' });
    const { stdout, status } = await shell.itsm(['init']);
    expect(stdout).toContain('left as it was     config/itsm_config.json\nleft as it was     config/.env\n');
    expect(status).toBe(0);
    expect(await text(shell, 'config/itsm_config.json')).toBe('{}');
    expect(await text(shell, 'config/.env')).toBe('MINE=1');
    expect(await text(shell, '.gitignore')).toBe('dist\n.env\n.itsm/\n');
    const [again] = await shell.json(['init']);
    expect(again).toMatchObject({ written: [], left: expect.arrayContaining(all.slice(1)) });
    expect(await text(shell, '.gitignore')).toBe('dist\n.env\n.itsm/\n');
  });

  it('is told what it lacks: templates that nothing names, platforms, and their variables', async () => {
    await using shell = await openShell({ JIRA_ENDPOINT: 'https://company.atlassian.net' });
    await writeFiles(shell.dir, {
      'config/itsm_config.json': '{ "jira": {}, "prod": { "plugin": "servicenow" } }',
      'config/.env': 'GITHUB_ISSUES_REPOSITORY=ours/ours\n',
    });
    const { stdout } = await shell.itsm(['init', '--templates']);
    expect(stdout).toContain(`
config/itsm_config.json does not have these members; add those that you want:
  "prod": {
    "template": "templates/incident_template.md"
  },
  "jira": {
    "template": "templates/jira_template.adf.json"
  }

Fill in config/.env`);
    const further = await shell.itsm(['init', '--platform', 'github']);
    expect(further.stdout).toContain('members; add those that you want:\n  "github": {\n    "enabled": true,\n');
    expect(further.stdout).toContain(
      '\n\nconfig/.env does not have these variables; add those that you need:\n  GITHUB_ISSUES_TOKEN=\n\nFill in',
    );
    expect(await shell.json(['init', '--platform', 'jira'])).toMatchObject([{ missing: { config: {}, env: [] } }]);
  });

  it('where it cannot be read, is left without a word on what it lacks', async () => {
    await using shell = await openShell();
    await writeFiles(shell.dir, { 'config/itsm_config.json': '{ "jira": ' });
    const [told] = await shell.json(['init', '--templates']);
    expect(told).toMatchObject({ left: ['config/itsm_config.json'], missing: { config: {}, env: [] } });
  });

  it('a file that cannot be written undoes all of them', async () => {
    await using shell = await openShell();
    await writeFiles(shell.dir, { analyses: 'a file', '.gitignore': 'dist\n' });
    const { stderr, status } = await shell.itsm(['init']);
    expect(stderr).toMatch(/^error: analyses\/example.json cannot be written: .*\. Nothing was written\.\n$/);
    expect(status).toBe(2);
    expect(await readdir(shell.dir)).toEqual(['.gitignore', 'analyses']);
    expect(await text(shell, '.gitignore')).toBe('dist\n');
  });
});

it('a platform that it does not know is refused with those that it knows', async () => {
  await using shell = await openShell();
  expect(await shell.itsm(['init', '--platform', 'jria'])).toMatchObject({
    status: 2,
    stderr:
      'error: --platform: found "jria"; accepted are servicenow, jira, github, pagerduty, webhook, with commas between them. Did you mean jira? Any other platform is a plugin: npm create itsm-plugin\n',
  });
  expect(await filesOf(shell)).toEqual([]);
});

describe('itsm sandbox --env', () => {
  it.each([
    ['in the file', {}, 'JIRA_API_TOKEN=real\n', 'JIRA_API_TOKEN has a value that is not of a sandbox.'],
    [
      'in the shell',
      { JIRA_ENDPOINT: 'https://company.atlassian.net' },
      'JIRA_ENDPOINT=\n',
      'First: unset JIRA_ENDPOINT',
    ],
    ['nowhere', {}, 'OTHER=1\n', 'names none of the variables of a sandbox: ITSM_ENVIRONMENT,'],
  ])('refuses variables that a person has set: %s', async (_where, env, before, words) => {
    await using shell = await openShell(env);
    await shell.write('.env', before);
    const ports = ['page', 'servicenow', 'jira'].flatMap(name => [`--${name}-port`, '0']);
    const { stderr, status } = await shell.itsm(['sandbox', '--env', '.env', ...ports]);
    expect(stderr).toContain(words);
    expect(status).toBe(2);
    expect(await filesOf(shell)).toEqual(['.env']);
    expect(await text(shell, '.env')).toBe(before);
  });

  it('makes a file where there is none', async () => {
    await using shell = await openShell();
    await using sandbox = await openSandbox(shell.dir, ['--env', 'config/.env']);
    expect(parseEnv(await text(shell, 'config/.env'))).toMatchObject({
      JIRA_ENDPOINT: sandbox.jira,
      JIRA_PROJECT_KEY: 'OPS',
    });
  });
});

describe('on a terminal', () => {
  const terminal = () => Object.assign(new PassThrough(), { isTTY: true });

  async function answer(answers: string | undefined, args: readonly string[] = []) {
    const shell = await openShell();
    const [stdin, stdout, stderr] = [terminal(), terminal(), terminal()];
    const stop = new AbortController();
    if (answers === undefined) stop.abort();
    else stdin.end(answers);
    const status = await run(['init', ...args], {
      stdin,
      stdout,
      stderr,
      env: {},
      cwd: shell.dir,
      signal: stop.signal,
    });
    const read = (stream: PassThrough) => String(stream.read() ?? '');
    return {
      shell,
      status,
      stdout: read(stdout),
      stderr: read(stderr),
      [Symbol.asyncDispose]: shell[Symbol.asyncDispose],
    };
  }

  it('asks what no option says, again where an answer cannot be taken', async () => {
    await using made = await answer('jria\njira\nperhaps\ny\n\n');
    expect(made.stdout).toContain('Which platforms? [servicenow,jira]   found "jria"; accepted are servicenow, jira,');
    expect(made.stdout).toContain(
      'Begin with dry runs, which send nothing? [no]   found "perhaps"; accepted are yes and no\n',
    );
    expect(made.stdout).toContain('Write the templates, to change them? [no]');
    expect(Object.keys(await config(made.shell))).toEqual(['$schema', '$settings', 'jira']);
    expect(await config(made.shell)).toMatchObject({ jira: { dry_run: true } });
  });

  it('asks nothing with --yes', async () => {
    await using made = await answer('', ['--yes']);
    expect(made.stdout).not.toContain('?');
    expect(await filesOf(made.shell)).toEqual(all);
  });

  it.each([
    ['ends too early', 'jira\n'],
    ['is broken off', undefined],
  ])('writes nothing where the dialog %s', async (_how, answers) => {
    await using made = await answer(answers);
    expect(made.stderr).toBe(
      'error: The input ended before every question was answered. Nothing was written. With --yes nothing is asked.\n',
    );
    expect(made.status).toBe(2);
    expect(await filesOf(made.shell)).toEqual([]);
  });
});
