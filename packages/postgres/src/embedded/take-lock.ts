import { randomBytes } from 'node:crypto';
import { link, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { connect, createServer, type Server } from 'node:net';
import { join } from 'node:path';
import { ItsmError } from '@itsm-bridge/core';
import { databaseSocketName } from './socket-folder.ts';

export interface Lock {
  /** Free to listen on: whoever left one there is gone. */
  readonly databaseSocket: string;
  release(): Promise<void>;
}

/**
 * The lock is a socket that its holder listens on. The kernel ends that with the process, however it dies, so that what a
 * killed process leaves behind is known at once: nobody answers. No pid is trusted, since pids are used again and differ
 * between containers that share a folder; the one on file is for the message only.
 *
 * @throws ItsmError kind `ledger`: another process holds it.
 */
export async function takeLock(folder: string, sockets: string): Promise<Lock> {
  const path = join(sockets, 'lock');
  const pidFile = join(folder, 'lock.pid');
  for (let round = 0; round < 5; round += 1) {
    const server = await listen(path);
    if (server) {
      await writeFile(pidFile, `${process.pid}\n`);
      const databaseSocket = join(sockets, databaseSocketName);
      await rm(databaseSocket, { force: true });
      const release = async () => {
        await rm(pidFile, { force: true });
        await new Promise(done => server.close(done));
      };
      return { databaseSocket, release };
    }
    if ((await answers(path)) || !(await removeStale(path))) break;
  }
  const pid = (await readFile(pidFile, 'utf8').catch(() => '')).trim();
  throw new ItsmError(
    'ledger',
    `The embedded database in ${folder} is in use by process ${pid || 'unknown'}. Stop that process, or give both a PostgreSQL server with --database or DATABASE_URL.`,
  );
}

/** Undefined when there is a socket already, whether or not somebody listens. */
function listen(path: string): Promise<Server | undefined> {
  const server = createServer(socket => socket.destroy());
  return new Promise((resolve, reject) => {
    server.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'EADDRINUSE' ? resolve(undefined) : reject(error),
    );
    server.listen(path, () => resolve(server.unref()));
  });
}

function answers(path: string): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const socket = connect(path, () => {
      socket.destroy();
      resolve(true);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'ECONNREFUSED' || error.code === 'ENOENT') resolve(false);
      else if (error.code === 'EAGAIN') resolve(true);
      else reject(error);
    });
  });
}

/** False when another process was quicker and what was moved aside is its lock: that is put back. */
async function removeStale(path: string): Promise<boolean> {
  const aside = `${path}.${randomBytes(3).toString('hex')}`;
  try {
    await rename(path, aside);
  } catch {
    return true;
  }
  const alive = await answers(aside);
  if (alive) await link(aside, path).catch(() => {});
  await rm(aside, { force: true });
  return !alive;
}
