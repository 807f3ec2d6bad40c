import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { startPostgres } from '@itsm-bridge/test-postgres';
import { startServiceNow } from '@itsm-bridge/testkit';
import { imageSteps } from './image-steps.ts';
import { runConfined } from './run-confined.ts';

// What `docker build` and `docker run` would do with ops/docker/Dockerfile, as far as a machine without Docker can.
const root = join(import.meta.dirname, '../../../..');
const say = (text: string) => process.stdout.write(`${text}\n`);
const steps = imageSteps(readFileSync(join(root, 'ops/docker/Dockerfile'), 'utf8'));
const job = { job: { id: 'image', title: 'Tried in an image', severity: 'high' }, analysis: {} };
const room = mkdtempSync(join(tmpdir(), 'itsm-image-'));
// Without what pnpm tells its own scripts: a build in a container has none of it.
const path = (process.env.PATH ?? '').split(delimiter).filter(dir => !dir.includes('node_modules'));
const buildEnv = { CI: 'true', PATH: path.join(delimiter), HOME: process.env.HOME };
const [build, image] = [join(room, 'build'), join(room, 'image')];

// mkdtemp makes it for its owner alone.
chmodSync(room, 0o755);
await using postgres = await disposable(startPostgres());
await using servicenow = await disposable(startServiceNow());
try {
  say('COPY . .: what git has');
  mkdirSync(build);
  const files = execFileSync('git', ['ls-files', '-z', '--cached'], { cwd: root });
  execFileSync('tar', ['--create', '--null', '--files-from=-', `--file=${join(room, 'context.tar')}`], {
    cwd: root,
    input: files,
  });
  execFileSync('tar', ['--extract', `--file=${join(room, 'context.tar')}`], { cwd: build });
  for (const command of steps.build) {
    say(`RUN ${command}`);
    // The image's own folders are below the room.
    const here = steps.copied.reduce((text, { from }) => text.replaceAll(` ${from}`, ` ${join(image, from)}`), command);
    const ran = spawnSync('bash', ['-ec', here], { cwd: build, env: buildEnv, encoding: 'utf8' });
    if (ran.status !== 0) throw new Error(`${command} ended with ${ran.status}:\n${ran.stdout}${ran.stderr}`);
  }
  const work = join(image, 'srv/itsm');
  mkdirSync(join(work, 'config'), { recursive: true });
  writeFileSync(join(work, 'config/itsm_config.json'), configFor(servicenow.value.url));
  // The checkout, and its node, may lie where only root can go.
  const node = join(image, 'node');
  copyFileSync(process.execPath, node);
  const env = { DATABASE_URL: postgres.value.url(), PATH: process.env.PATH ?? '' };
  const [, script = ''] = steps.entrypoint;
  const run = (args: readonly string[], until?: () => boolean) =>
    runConfined({
      command: [node, join(image, script), ...args],
      cwd: work,
      env,
      ...steps,
      ...(until ? { until } : {}),
    });

  say(`USER ${steps.uid}:${steps.gid}, on a file system that cannot be written`);
  writeFileSync(join(work, 'config/job.json'), JSON.stringify(job));
  const queued = await run(['create', 'config/job.json', '--enqueue']);
  if (queued.status !== 0) throw new Error(queued.output);
  const worked = await run(['worker', '--listen', '0'], () => servicenow.value.incidents().length === 1);
  say(worked.output.trim());
  if (worked.status !== 0) throw new Error(`The worker ended with ${worked.status}.`);
  say(`${queued.confinement}. One ticket, and the worker ended with 0 after SIGTERM.`);
} finally {
  rmSync(room, { recursive: true, force: true });
}

function configFor(endpoint: string): string {
  return JSON.stringify({ servicenow: { endpoint, username: 'integration_user', password: 'sandbox' } });
}

async function disposable<Value extends { stop(): Promise<void> } | { close(): Promise<void> }>(
  starting: Promise<Value>,
) {
  const value = await starting;
  return {
    value,
    [Symbol.asyncDispose]: () => ('stop' in value ? value.stop() : value.close()),
  };
}
