import { once } from 'node:events';
import { PassThrough, Readable } from 'node:stream';
import { run } from '../run.ts';

/** What `itsm sandbox --json` prints. */
export interface Sandbox extends AsyncDisposable {
  readonly page: string;
  readonly servicenow: string;
  readonly jira: string;
  readonly config: string;
}

/** Runs `itsm sandbox` in this process, on free ports, until it is disposed of. */
export async function openSandbox(cwd: string, more: readonly string[] = []): Promise<Sandbox> {
  const stop = new AbortController();
  const stdout = new PassThrough();
  const io = { stdin: Readable.from(['']), stdout, stderr: new PassThrough(), env: {}, cwd, signal: stop.signal };
  const ports = ['page', 'servicenow', 'jira'].flatMap(name => [`--${name}-port`, '0']);
  const ended = run(['sandbox', '--json', ...ports, ...more], io);
  const [line] = await once(stdout, 'data');
  return {
    ...JSON.parse(String(line)),
    async [Symbol.asyncDispose]() {
      stop.abort();
      await ended;
    },
  };
}
