import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { Pool, type PoolConfig } from 'pg';
import { copyPostgres, packagedPostgres } from './postgres-binaries.ts';
import { postgresUser } from './postgres-user.ts';

export const password = 'pass-word_4711';

export interface TestPostgres {
  readonly port: number;
  /** Of a database of this server, as its owner. */
  url(database?: string): string;
  stop(): Promise<void>;
}

/** A real PostgreSQL on a free port, its data in a temporary folder that `stop` removes. */
export async function startPostgres(): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'itsm-postgres-'));
  const user = postgresUser();
  if (user) await chmod(folder, 0o755);
  const native = user ? await copyPostgres(folder) : packagedPostgres();
  const data = join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  if (user) await Promise.all([data, passwordFile].map(path => chown(path, user.uid, user.gid)));
  const how = { ...user, cwd: data, env: { ...process.env, LC_ALL: 'C' } };
  const initdb = [
    '-D',
    data,
    '-U',
    'postgres',
    '-A',
    'scram-sha-256',
    '--pwfile',
    passwordFile,
    '-E',
    'UTF8',
    '--no-sync',
  ];
  await promisify(execFile)(join(native, 'bin', 'initdb'), initdb, how);

  const port = await freePort();
  const settings = ['unix_socket_directories=', 'listen_addresses=127.0.0.1', 'fsync=off'].flatMap(one => ['-c', one]);
  const server = spawn(join(native, 'bin', 'postgres'), ['-D', data, '-p', String(port), ...settings], {
    ...how,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  const exited = once(server, 'exit');
  const kill = () => server.kill('SIGKILL');
  process.once('exit', kill);
  await ready(server.stderr, exited);
  return {
    port,
    url: (database = 'postgres') => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    async stop() {
      server.kill('SIGINT');
      await exited;
      process.off('exit', kill);
      await rm(folder, { recursive: true, force: true });
    },
  };
}

/** Reads the server's log to the end, so that its pipe never fills. */
async function ready(log: NodeJS.ReadableStream, exited: Promise<unknown>): Promise<void> {
  const lines: string[] = [];
  const accepts = new Promise<void>(resolve => {
    createInterface({ input: log }).on('line', line => {
      lines.push(line);
      if (line.includes('ready to accept connections')) resolve();
    });
  });
  const ended = exited.then(() => {
    throw new Error(`PostgreSQL did not start:\n${lines.join('\n')}`);
  });
  await Promise.race([accepts, ended]);
  ended.catch(() => {});
}

/** One connection that is not the ledger's. */
export function poolFor(config: PoolConfig): Pool {
  const pool = new Pool({ ...config, max: 1 });
  // The server stops while it is open, and no test wants to hear of it.
  pool.on('error', () => {});
  return pool;
}

export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      const port = typeof address === 'object' && address !== null ? address.port : 0;
      server.close(() => resolve(port));
    });
  });
}
