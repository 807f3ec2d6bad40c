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

describe.each(Object.keys(signIns))('a package for a platform with the sign-in %s', signIn => {
  it('passes the whole contract, its own types, lint and build, as it was written', async () => {
    await using made = await create({ args: ['service-desk', '--sign-in', signIn, '--yes'] });
    expect(made.stderr).toBe('');
    expect(made.status).toBe(0);
    const folder = join(made.cwd, 'itsm-plugin-service-desk');
    await install(folder);
    const options = { cwd: folder };
    const bin = (name: string) => join(folder, 'node_modules', name);
    await node(
      process.execPath,
      [bin('typescript/bin/tsc'), '--customConditions', 'source', '--allowImportingTsExtensions'],
      options,
    ).catch(said);
    await node(process.execPath, [bin('@biomejs/biome/bin/biome'), 'check', '--error-on-warnings', '.'], options).catch(
      said,
    );
    const { stdout } = await node(
      process.execPath,
      ['--conditions=source', '--test', '--test-reporter=tap', 'src/plugin-contract.test.ts'],
      options,
    ).catch(said);
    expect(stdout).toMatch(/^# fail 0$/m);
    expect(Number(/^# pass (\d+)$/m.exec(stdout)?.[1])).toBeGreaterThan(50);
  });
});

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
