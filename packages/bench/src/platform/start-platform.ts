import { fork } from 'node:child_process';
import { once } from 'node:events';

/** A Jira in a process of its own that takes every issue. */
export interface Platform extends Disposable {
  readonly url: string;
  /** So many issues were made. */
  issues(): Promise<number>;
}

export interface PlatformOptions {
  /** Before each issue is answered. @default 0 */
  readonly waitMs?: number;
}

export async function startPlatform({ waitMs = 0 }: PlatformOptions = {}): Promise<Platform> {
  const child = fork(new URL('./platform-process.ts', import.meta.url), [String(waitMs)]);
  const kill = () => void child.kill();
  process.once('exit', kill);
  const [port] = await once(child, 'message');
  return {
    url: `http://127.0.0.1:${port}`,
    async issues() {
      child.send('issues');
      const [count] = await once(child, 'message');
      return Number(count);
    },
    [Symbol.dispose]() {
      process.off('exit', kill);
      kill();
    },
  };
}
