import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export interface WorkerOptions {
  readonly configFile: string;
  readonly database: string;
  readonly args?: readonly string[];
  /** Of the folder in which it runs. */
  readonly cwd: string;
}

/** `itsm worker` as a user runs it: a process of its own. */
export interface WorkerProcess {
  readonly pid: number;
  /** Resolves with the exit status, or the signal that ended it. */
  readonly ended: Promise<number | NodeJS.Signals>;
  running(): boolean;
  kill(signal: NodeJS.Signals): void;
  /** The last lines of its log. */
  log(): readonly string[];
}

const collects = new URL('./collect-when-told.ts', import.meta.url).href;
const command = fileURLToPath(new URL('../../../cli/src/main.ts', import.meta.url));
const keptLines = 400;

/** Started, and working. @throws Error with its log when it ends before that. */
export async function startWorker({ configFile, database, args = [], cwd }: WorkerOptions): Promise<WorkerProcess> {
  const all = ['worker', '--config', configFile, '--database', database, '--sweep', '1', ...args];
  const flags = ['--conditions=source', '--expose-gc', '--import', collects];
  const child: ChildProcess = spawn(process.execPath, [...flags, command, ...all], {
    cwd,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const lines: string[] = [];
  const ended = once(child, 'exit').then(([status, signal]) => (status ?? signal) as number | NodeJS.Signals);
  const killWithUs = () => child.kill('SIGKILL');
  process.once('exit', killWithUs);
  void ended.then(() => process.off('exit', killWithUs));
  const working = new Promise<void>(resolve => {
    if (child.stderr === null) return;
    createInterface({ input: child.stderr }).on('line', line => {
      lines.push(line);
      if (lines.length > keptLines) lines.shift();
      if (line.startsWith('Working on ')) resolve();
    });
  });
  const failed = ended.then(end => {
    throw new Error(`The worker ended with ${end} before it worked:\n${lines.join('\n')}`);
  });
  await Promise.race([working, failed]);
  failed.catch(() => {});
  return {
    pid: child.pid ?? 0,
    ended,
    running: () => child.exitCode === null && child.signalCode === null,
    kill: signal => void child.kill(signal),
    log: () => [...lines],
  };
}
