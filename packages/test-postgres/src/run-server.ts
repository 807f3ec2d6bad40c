import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface RunningServer {
  /** Ends every session at once, as an administrator in a hurry would. */
  stop(): Promise<void>;
}

/** Starts a PostgreSQL and waits until it takes connections. @throws Error with its log when it ends instead. */
export async function runServer(
  binary: string,
  args: readonly string[],
  how: { readonly uid?: number; readonly gid?: number; readonly cwd: string; readonly env: NodeJS.ProcessEnv },
): Promise<RunningServer> {
  const server = spawn(binary, args, { ...how, stdio: ['ignore', 'ignore', 'pipe'] });
  const exited = once(server, 'exit');
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  await ready(server, exited);
  return {
    async stop() {
      server.kill('SIGINT');
      await exited;
      process.off('exit', kill);
    },
  };
}

/** Reads the server's log to the end, so that its pipe never fills. */
async function ready({ stderr }: ChildProcess, exited: Promise<unknown>): Promise<void> {
  const lines: string[] = [];
  const accepts = new Promise<void>(resolve => {
    if (stderr === null) return;
    createInterface({ input: stderr }).on('line', line => {
      lines.push(line);
      if (lines.length > 200) lines.shift();
      if (line.includes('ready to accept connections')) resolve();
    });
  });
  const ended = exited.then(() => {
    throw new Error(`PostgreSQL did not start:\n${lines.join('\n')}`);
  });
  await Promise.race([accepts, ended]);
  ended.catch(() => {});
}
