import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { eachOf } from './each-of.ts';
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

/** Runs what the READMEs show, each in a folder and a process of its own. */
export async function runExamples(project: Project, examples: Examples, findings: Findings): Promise<void> {
  await using _ = await startSandbox(project, examples);
  await eachOf(examples.code, async ({ at, folder, file, config, notRun }) => {
    if (notRun !== undefined) return void process.stdout.write(`  ${at} is not run: ${notRun}\n`);
    const cwd = join(project.dir, folder);
    const [command, ...args] = file === 'example.ts' ? ['node', file] : ['vitest', 'run', '--root', cwd];
    const more = { cwd, env: { ...usersEnv(), ...secretsOf(config ?? '') }, timeoutMs: 60_000 };
    await project.run(command ?? '', args, more).catch(error => findings.add(at, String(error)));
  });
}

/** The same in one process, which loads the packages once. Those that are tests need no Node of their own. */
export async function runExamplesAtOnce(project: Project, examples: Examples, findings: Findings): Promise<void> {
  await using _ = await startSandbox(project, examples);
  const run = examples.code.filter(({ file, notRun }) => file === 'example.ts' && notRun === undefined);
  const places = run.map(({ at, folder, file }) => ({ at, folder: join(project.dir, folder), file }));
  project.write('run-examples.mjs', oneAfterTheOther(JSON.stringify(places)));
  const env = { ...usersEnv(), ...secretsOf(run.map(({ config }) => config ?? '').join()) };
  await project.run('node', ['run-examples.mjs'], { env }).catch(error => findings.add(project.dir, String(error)));
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

/** A config of a README is one that `itsm check` takes. */
export async function checkConfigs(project: Project, { configs }: Examples, findings: Findings): Promise<void> {
  await eachOf([...configs.entries()], async ([index, { at, text }]) => {
    const file = `configs/${index}.json`;
    project.write(file, text);
    await project
      .run('itsm', ['check', '--config', file], { env: { ...usersEnv(), ...secretsOf(text) } })
      .catch(error => findings.add(at, String(error)));
  });
}
