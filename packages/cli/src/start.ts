import { enableCompileCache } from 'node:module';
import { compiledFolder } from './compiled-folder.ts';
import { isOwnFolder } from './is-own-folder.ts';
import { run } from './run.ts';

/** Runs the command line of this process, and leaves its exit status. */
export async function start(): Promise<void> {
  // `itsm create … | head` closes our output early: the deliveries go on all the same.
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EPIPE') throw error;
    });
  }

  // Before anything else is loaded. Without such a folder it only starts later.
  const folder = compiledFolder(process.env);
  if (folder && isOwnFolder(folder)) enableCompileCache(folder);

  const stop = new AbortController();
  for (const name of ['SIGINT', 'SIGTERM'] as const) process.once(name, () => stop.abort());
  const { stdin, stdout, stderr, env } = process;
  process.exitCode = await run(process.argv.slice(2), {
    stdin,
    stdout,
    stderr,
    env,
    cwd: process.cwd(),
    signal: stop.signal,
  });
}
