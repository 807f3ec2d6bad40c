import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Examples } from './examples.ts';
import type { Findings } from './findings.ts';
import type { Project } from './open-project.ts';
import { usersEnv } from './shell.ts';

/** Serves as any secret: some have to be of this form. */
const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;

export function writeExamples(project: Project, { code }: Examples): void {
  for (const example of code) {
    project.write(`${example.folder}/${example.file}`, example.code);
    if (example.config) project.write(`${example.folder}/config/itsm_config.json`, example.config);
  }
}

/** Runs what the READMEs show, each in a folder of its own; in one process, which loads the packages once. */
export async function runExamples(project: Project, examples: Examples, findings: Findings): Promise<void> {
  await using _ = await startSandbox(project, examples);
  const run = examples.code.filter(({ file, notRun }) => file === 'example.ts' && notRun === undefined);
  const places = run.map(({ at, folder, file }) => ({ at, folder: join(project.dir, folder), file }));
  project.write('run-examples.mjs', oneAfterTheOther(JSON.stringify(places)));
  const env = { ...usersEnv(), ...secretsOf(run.map(({ config }) => config ?? '').join()) };
  await project.run('node', ['run-examples.mjs'], { env }).catch(error => findings.add(project.dir, String(error)));
}

/** The examples that are tests, by the runner that they import. */
export async function runTests(project: Project, { code }: Examples, findings: Findings): Promise<void> {
  for (const { at, folder } of code.filter(({ file }) => file === 'example.test.ts'))
    await project
      .run('vitest', ['run', '--root', join(project.dir, folder)])
      .catch(error => findings.add(at, String(error)));
}

const oneAfterTheOther = (places: string) => `
for (const { at, folder, file } of ${places}) {
  process.chdir(folder);
  await import(folder + '/' + file).catch(error => {
    console.error(at, error);
    process.exitCode = 1;
  });
}
`;

const secretsOf = (config: string): Readonly<Record<string, string>> => {
  const names = [...config.matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name = '']) => name);
  return Object.fromEntries([...names, 'SERVICENOW_PASSWORD', 'JIRA_API_TOKEN'].map(name => [name, secret]));
};

/** Stands in for the platforms of examples whose README shows no config. */
async function startSandbox(project: Project, { code }: Examples): Promise<AsyncDisposable> {
  const config = join(project.dir, 'sandbox/config.json');
  mkdirSync(join(project.dir, 'sandbox'), { recursive: true });
  const [node = '', itsm = ''] = ['node', 'itsm'].map(name => join(project.dir, 'node_modules/.bin', name));
  const ports = ['--page-port', '0', '--servicenow-port', '0', '--jira-port', '0'];
  const sandbox = spawn(node, [itsm, 'sandbox', ...ports, '--out', config], {
    cwd: project.dir,
    env: usersEnv(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  for await (const line of sandbox.stdout) if (String(line).includes('Config')) break;
  for (const { folder, config: own } of code)
    if (!own) cpSync(config, join(project.dir, folder, 'config/itsm_config.json'), { recursive: true });
  return {
    async [Symbol.asyncDispose]() {
      const over = once(sandbox, 'exit');
      sandbox.kill('SIGTERM');
      await over;
    },
  };
}

/** A config of a README is one that `itsm check` takes; in one process, which loads the command once. */
export async function checkConfigs(project: Project, { configs }: Examples, findings: Findings): Promise<void> {
  for (const [index, { text }] of configs.entries()) project.write(`configs/${index}.json`, text);
  project.write('check-configs.mjs', checkOneAfterTheOther(JSON.stringify(configs.map(({ at }) => at))));
  const env = { ...usersEnv(), ...secretsOf(configs.map(({ text }) => text).join()) };
  await project.run('node', ['check-configs.mjs'], { env }).catch(error => findings.add(project.dir, String(error)));
}

const checkOneAfterTheOther = (places: string) => `
import { PassThrough } from 'node:stream';
import { run } from '@itsm-bridge/cli';
for (const [index, at] of ${places}.entries()) {
  const printed = new PassThrough();
  const io = { stdin: process.stdin, stdout: printed, stderr: printed, env: process.env, cwd: process.cwd() };
  const { signal } = new AbortController();
  const status = await run(['check', '--config', 'configs/' + index + '.json'], { ...io, signal });
  if (status === 0) continue;
  console.error(at, String(printed.read()));
  process.exitCode = 1;
}
`;
