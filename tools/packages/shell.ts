import { execFile } from 'node:child_process';

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  /** Both streams, for a person who has to see what went wrong. */
  readonly said: string;
}

export interface Shell {
  readonly cwd: string;
  readonly env?: NodeJS.ProcessEnv;
  readonly input?: string;
  readonly timeoutMs?: number;
}

/** Runs a program to its end, whatever that is. A program that goes on for too long is ended with status 124. */
export const run = (command: string, args: readonly string[], shell: Shell): Promise<Ran> =>
  new Promise(done => {
    const { cwd, env = usersEnv(), timeoutMs = 240_000 } = shell;
    const options = { cwd, env, timeout: timeoutMs, maxBuffer: 64 * 1024 * 1024 };
    const child = execFile(command, [...args], options, (error, stdout, stderr) => {
      const status = !error ? 0 : child.signalCode ? 124 : typeof error.code === 'number' ? error.code : 127;
      const ended = status === 124 ? `\n(ended after ${timeoutMs / 1000} s)` : '';
      done({ status, stdout, said: `${stdout}${stderr}${ended}${status === 127 ? `\n${error?.message}` : ''}`.trim() });
    });
    child.stdin?.end(shell.input ?? '');
  });

/** What pnpm tells its scripts is nothing that a user's npm or Node would know. Where the registry is, it has to. */
export function usersEnv(): NodeJS.ProcessEnv {
  const keep = /^npm_config_(registry|cafile|proxy|https_proxy|noproxy|userconfig)$/;
  const mine = Object.entries(process.env).filter(
    ([name]) => !/^(npm_|pnpm_|INIT_CWD|NODE_OPTIONS|NODE_PATH|DATABASE_URL)/i.test(name) || keep.test(name),
  );
  return Object.fromEntries(mine);
}
