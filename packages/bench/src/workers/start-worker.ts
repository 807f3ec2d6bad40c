import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { account, jiraConfig } from '../pipeline/jira-config.ts';
import { command } from '../start/command.ts';

/** `itsm worker` as it is installed, its log in a file. */
export interface Worker extends AsyncDisposable {
  readonly pid: number;
  /** Stands still, with whatever it has in hand. Not for longer than its platform waits for it. */
  halt(): void;
  goOn(): void;
}

/** Requests that a worker has under way. */
export const atOnce = 8;

/** What Node makes of a container of 512 MB, which is what the manifests in `ops` give, and what they set beside it. */
const memory = { NODE_OPTIONS: '--max-old-space-size=256 --max-semi-space-size=8', MALLOC_ARENA_MAX: '1' };

/** They end with this process, however it ends. */
const running = new Set<ChildProcess>();
process.once('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** @throws Error with its log when it ends before it works */
export async function startWorker(platform: string, database: string): Promise<Worker> {
  const folder = await mkdtemp(join(tmpdir(), 'itsm-bench-'));
  await writeFile(join(folder, 'config.json'), jiraConfig(platform, { limits: { concurrency: atOnce } }).text);
  const logFile = join(folder, 'log');
  const log = await open(logFile, 'w');
  const child = spawn(process.execPath, [...command, 'worker', '--config', 'config.json', '--database', database], {
    cwd: folder,
    env: { ...process.env, ...memory, JIRA_API_TOKEN: account.apiToken },
    stdio: ['ignore', log.fd, log.fd],
  });
  running.add(child);
  await log.close();
  await untilItWorks(child, logFile);
  return {
    pid: child.pid ?? 0,
    halt: () => void child.kill('SIGSTOP'),
    goOn: () => void child.kill('SIGCONT'),
    async [Symbol.asyncDispose]() {
      running.delete(child);
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      await ended;
      await rm(folder, { recursive: true, force: true });
    },
  };
}

async function untilItWorks(child: ChildProcess, logFile: string): Promise<void> {
  for (;;) {
    const log = await readFile(logFile, 'utf8');
    if (log.includes('Working on ')) return;
    if (child.exitCode !== null) throw new Error(`The worker ended before it worked:\n${log}`);
    await sleep(20);
  }
}
