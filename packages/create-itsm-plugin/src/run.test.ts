import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { run } from './run.ts';
import { signIns } from './sign-in.ts';

const here = fileURLToPath(new URL('..', import.meta.url));
const node = promisify(execFile);

interface Typed {
  readonly args: readonly string[];
  readonly answers?: readonly string[];
}

async function create({ args, answers = [] }: Typed) {
  const cwd = await mkdtemp(join(tmpdir(), 'create-itsm-plugin-'));
  const stdout = new PassThrough();
  const stderr = new PassThrough();
  const status = await run(args, { stdin: Readable.from(answers.map(each => `${each}\n`)), stdout, stderr, cwd });
  return {
    cwd,
    status,
    stdout: String(stdout.read() ?? ''),
    stderr: String(stderr.read() ?? ''),
    [Symbol.asyncDispose]: () => rm(cwd, { recursive: true, force: true }),
  };
}

/** The packages that it would install, as they are in this repository. */
async function install(folder: string): Promise<void> {
  for (const name of [
    '@biomejs/biome',
    '@itsm-bridge/core',
    '@itsm-bridge/plugin-dryrun',
    '@itsm-bridge/testkit',
    '@types/node',
    'typescript',
    'zod',
  ]) {
    const link = join(folder, 'node_modules', name);
    await mkdir(dirname(link), { recursive: true });
    await symlink(join(here, 'node_modules', name), link);
  }
}

async function writtenFor(platform: string, signIn: string) {
  const made = await create({ args: [platform, '--sign-in', signIn, '--yes'] });
  expect(made.stderr).toBe('');
  expect(made.status).toBe(0);
  const folder = join(made.cwd, `itsm-plugin-${platform}`);
  await install(folder);
  const bin = (name: string) => join(folder, 'node_modules', name);
  const run = (...args: readonly string[]) => node(process.execPath, [...args], { cwd: folder }).catch(said);
  return {
    types: () => run(bin('typescript/bin/tsc'), '--customConditions', 'source', '--allowImportingTsExtensions'),
    lint: () => run(bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'),
    contract: () => run('--conditions=source', '--test', '--test-reporter=tap', 'src/plugin-contract.test.ts'),
    [Symbol.asyncDispose]: made[Symbol.asyncDispose],
  };
}

/** Two of them mean something in code. */
const platforms = ['service-desk', 'delete', 'ticket'];

describe.each(Object.keys(signIns).map((signIn, at) => [signIn, platforms[at] ?? 'service-desk'] as const))(
  'a package with the sign-in %s for the platform %s',
  (signIn, platform) => {
    it('passes the whole contract, its own types and lint, as it was written', async () => {
      await using made = await writtenFor(platform, signIn);
      await made.types();
      await made.lint();
      const { stdout } = await made.contract();
      expect(stdout).toMatch(/^# fail 0$/m);
      expect(Number(/^# pass (\d+)$/m.exec(stdout)?.[1])).toBeGreaterThan(50);
    });
  },
);

it.each(['x', 'name-of-a-platform-with-40-characters-xy'])(
  'is right in lint for a name of any length: %s',
  async name => {
    await using made = await writtenFor(name, 'basic');
    await made.lint();
  },
);

const said = (error: { stdout?: string; stderr?: string }): never => {
  throw new Error(`${error.stdout ?? ''}${error.stderr ?? ''}`);
};

it('asks three questions, says what is accepted, and takes what stands in brackets', async () => {
  await using made = await create({ args: [], answers: ['Ops Desk', 'ops-desk', '', 'basic'] });
  expect(made.stdout).toContain('found "Ops Desk"; accepted are lower-case letters');
  expect(made.status).toBe(0);
  const folder = join(made.cwd, 'itsm-plugin-ops-desk');
  expect((await readdir(folder, { recursive: true })).sort()).toContain('src/plugin.ts');
  expect(await readFile(join(folder, 'src/settings.ts'), 'utf8')).toContain('username: z.string().min(1)');
  for (const file of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (file.isFile()) expect(await readFile(join(file.parentPath, file.name), 'utf8')).not.toMatch(/__[A-Z_]+__/);
  }
});

it.each([
  [['Desk!', '--yes'], 'platform: found "Desk!"; accepted are lower-case letters'],
  [['desk', '--sign-in', 'magic', '--yes'], '--sign-in: found "magic"; accepted are basic, bearer, api_key'],
  [['jira', '--yes'], 'platform: there is @itsm-bridge/plugin-jira; another one needs a key of its own'],
  [['desk', 'basic', '--yes'], 'found "basic" after the platform; options stand after "--", or npm takes them'],
  [['desk', '--package', 'http', '--yes'], '--package: found "http"; accepted is a name that npm takes'],
  [['desk'], 'The input ended before every question was answered. Answer them, or give --yes after "--"'],
  [['desk', '--package', 'A B', '--yes'], '--package: found "A B"; accepted is a name that npm takes'],
  [['desk', '--colour', 'red'], "Unknown option '--colour'"],
])('refuses %j with what is accepted, and writes nothing', async (args, words) => {
  await using made = await create({ args });
  expect(made.status).toBe(2);
  expect(made.stderr).toContain(`error: ${words}`);
  expect(await readdir(made.cwd)).toEqual([]);
});

it('writes nothing into a folder that has something in it', async () => {
  await using made = await create({ args: ['--help'] });
  expect(made.stdout).toContain('npm create itsm-plugin opsdesk');
  const folder = join(made.cwd, 'desk');
  await mkdir(folder);
  await writeFile(join(folder, 'mine.txt'), 'mine');
  const stderr = new PassThrough();
  const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr, cwd: made.cwd };
  expect(await run(['desk', '--folder', 'desk', '--yes'], io)).toBe(2);
  expect(String(stderr.read())).toContain('is not empty: name another folder, or empty it. Nothing was written.');
  expect(await readdir(folder)).toEqual(['mine.txt']);
});

it('takes a folder that only Git has been in, and refuses a file', async () => {
  await using made = await create({ args: ['--help'] });
  await mkdir(join(made.cwd, 'desk/.git'), { recursive: true });
  await writeFile(join(made.cwd, 'mine.txt'), 'mine');
  const stderr = new PassThrough();
  const io = { stdin: Readable.from([]), stdout: new PassThrough(), stderr, cwd: made.cwd };
  expect(await run(['desk', '--folder', 'desk', '--yes'], io)).toBe(0);
  expect(await readdir(join(made.cwd, 'desk'))).toEqual(expect.arrayContaining(['.git', '.gitignore', 'LICENSE']));
  expect(await run(['desk', '--folder', 'mine.txt', '--yes'], io)).toBe(2);
  expect(String(stderr.read())).toContain('is a file: name another folder. Nothing was written.');
});

it('says what comes next, in words that a shell takes', async () => {
  await using made = await create({ args: ['desk', '--folder', 'my desk', '--yes'] });
  expect(made.stdout).toContain('Next:\n  cd "my desk"\n  npm install\n  npm test\n');
  expect(made.stdout).toContain('start-simulator.ts behave as the platform does');
});

it.each([
  [[], '"service-desk": { "endpoint"', 'by the key `service-desk`'],
  [['--package', '@team/desk'], '"service-desk": { "plugin": "@team/desk", "endpoint"', 'by the member `plugin`'],
])('shows in the README how the command finds it, with %j', async (args, config, found) => {
  await using made = await create({ args: ['service-desk', ...args, '--folder', 'x', '--yes'] });
  const readme = await readFile(join(made.cwd, 'x/README.md'), 'utf8');
  expect(readme).toContain(config);
  expect(readme).toContain(found);
});
