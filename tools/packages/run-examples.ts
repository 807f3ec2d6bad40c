import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, existsSync, mkdirSync } from 'node:fs';
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

/**
 * Runs what the READMEs show, each in a folder of its own; a sandbox stands in for platforms that no config names.
 *
 * @param hasTools vitest is there, for the examples that are tests
 */
export async function runExamples(
  project: Project,
  { code }: Examples,
  findings: Findings,
  hasTools: boolean,
): Promise<void> {
  const config = join(project.dir, 'sandbox/config.json');
  mkdirSync(join(project.dir, 'sandbox'), { recursive: true });
  const itsm = join(project.dir, 'node_modules/.bin/itsm');
  const node = join(project.dir, 'node_modules/.bin/node');
  const ports = ['--page-port', '0', '--servicenow-port', '0', '--jira-port', '0'];
  const sandbox = spawn(node, [itsm, 'sandbox', ...ports, '--out', config], {
    cwd: project.dir,
    env: usersEnv(),
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    for await (const line of sandbox.stdout) if (String(line).includes('Config')) break;
    await eachOf(code, async ({ at, folder, file, config: own, notRun }) => {
      if (notRun !== undefined) return void process.stdout.write(`  ${at} is not run: ${notRun}\n`);
      if (file === 'example.test.ts' && !hasTools) return;
      const cwd = join(project.dir, folder);
      if (!own && existsSync(config)) cpSync(config, join(cwd, 'config/itsm_config.json'), { recursive: true });
      const names = new Set([...(own ?? '').matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name = '']) => name));
      const env = Object.fromEntries([...names, 'SERVICENOW_PASSWORD', 'JIRA_API_TOKEN'].map(name => [name, secret]));
      const [command, ...args] = file === 'example.ts' ? ['node', file] : ['vitest', 'run', '--root', cwd];
      const more = { cwd, env: { ...usersEnv(), ...env }, timeoutMs: 60_000 };
      await project.run(command ?? '', args, more).catch(error => findings.add(at, String(error)));
    });
  } finally {
    const over = once(sandbox, 'exit');
    sandbox.kill('SIGTERM');
    await over;
  }
}

/** A config of a README is one that `itsm check` takes. */
export async function checkConfigs(project: Project, { configs }: Examples, findings: Findings): Promise<void> {
  await eachOf([...configs.entries()], async ([index, { at, text }]) => {
    const file = `configs/${index}.json`;
    project.write(file, text);
    const env = Object.fromEntries([...text.matchAll(/\$\{([A-Z_]+)\}/g)].map(([, name = '']) => [name, secret]));
    await project
      .run('itsm', ['check', '--config', file], { env: { ...usersEnv(), ...env } })
      .catch(error => findings.add(at, String(error)));
  });
}
