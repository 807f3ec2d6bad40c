import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createItsm } from '@itsm-bridge/core';
import { jira } from '@itsm-bridge/plugin-jira';
import { shortestAnalysis } from '../pipeline/example-analyses.ts';
import { account, jiraConfig } from '../pipeline/jira-config.ts';

/** The loop in a process of its own. */
export interface HandWritten extends Disposable {
  readonly pid: number;
  /** Begins, and goes on until nothing waits. */
  drain(): void;
  /** Once it has done so. */
  drained(): Promise<void>;
}

export async function startHandWritten(platform: string, database: string): Promise<HandWritten> {
  const loop = new URL('./hand-written.ts', import.meta.url);
  const child = fork(loop, [platform, database, await bodyOf(platform)]);
  const kill = () => void child.kill('SIGKILL');
  process.once('exit', kill);
  let drained: Promise<unknown> = once(child, 'message');
  await drained;
  return {
    pid: child.pid ?? 0,
    drain() {
      drained = once(child, 'message');
      child.send('drain');
    },
    async drained() {
      await drained;
    },
    [Symbol.dispose]() {
      process.off('exit', kill);
      kill();
    },
  };
}

/** What a worker sends for each delivery of the backlog, but for the job id. */
async function bodyOf(platform: string): Promise<string> {
  const itsm = await createItsm({
    config: jiraConfig(platform),
    plugins: [jira],
    env: { JIRA_API_TOKEN: account.apiToken },
  });
  const [preview] = await itsm.preview(shortestAnalysis, { online: true });
  await itsm.close();
  return preview?.request?.body ?? '';
}
