import { execFile } from 'node:child_process';
import { chmod, chown, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { freePort } from './free-port.ts';
import { copyPostgres, packagedPostgres } from './postgres-binaries.ts';
import { postgresUser } from './postgres-user.ts';
import { runServer } from './run-server.ts';

export const password = 'pass-word_4711';

export interface TestPostgres {
  readonly port: number;
  /** Of a database of this server, as its owner. */
  url(database?: string): string;
  /** Goes away, its data stays. */
  down(): Promise<void>;
  /** Comes back on the same port. */
  up(): Promise<void>;
  stop(): Promise<void>;
}

export interface StartPostgres {
  /** The folder above `bin` of a PostgreSQL that the machine has. @default the one of the package */
  readonly installed?: string | undefined;
}

/** A real PostgreSQL on a free port, its data in a temporary folder that `stop` removes. */
export async function startPostgres({ installed }: StartPostgres = {}): Promise<TestPostgres> {
  const folder = await mkdtemp(join(tmpdir(), 'itsm-postgres-'));
  const user = postgresUser();
  if (user) await chmod(folder, 0o755);
  const native = installed ?? (user ? await copyPostgres(folder) : packagedPostgres());
  const data = join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  const passwordFile = join(folder, 'password');
  await writeFile(passwordFile, password);
  if (user) await Promise.all([data, passwordFile].map(path => chown(path, user.uid, user.gid)));
  const how = { ...user, cwd: data, env: { ...process.env, LC_ALL: 'C' } };
  const initdb = ['-D', data, '-U', 'postgres', '-A', 'scram-sha-256', '--pwfile', passwordFile, '-E', 'UTF8'];
  await promisify(execFile)(join(native, 'bin', 'initdb'), [...initdb, '--no-sync'], how);

  const port = await freePort();
  const settings = ['unix_socket_directories=', 'listen_addresses=127.0.0.1', 'fsync=off'].flatMap(one => ['-c', one]);
  const up = () => runServer(join(native, 'bin', 'postgres'), ['-D', data, '-p', String(port), ...settings], how);
  let server = await up();
  return {
    port,
    url: (database = 'postgres') => `postgres://postgres:${password}@127.0.0.1:${port}/${database}`,
    down: () => server.stop(),
    async up() {
      server = await up();
    },
    async stop() {
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
