import { startPostgres } from '@itsm-bridge/test-postgres';
import { Client } from 'pg';
import { cpuTimeOfFamily, parentOf } from '../measure/cpu-time.ts';
import { type Backlog, openBacklog } from './open-backlog.ts';

/** A PostgreSQL of its own. */
export interface Server extends AsyncDisposable {
  open(name: string): Promise<Backlog>;
  /** Microseconds of CPU of all its processes, until now. */
  cpuUs(): number;
}

export async function openServer(): Promise<Server> {
  const postgres = await startPostgres();
  const client = new Client({ connectionString: postgres.url() });
  await client.connect();
  const { rows } = await client.query<{ readonly pid: number }>('select pg_backend_pid() as pid');
  const postmaster = parentOf(rows[0]?.pid ?? 0);
  await client.end();
  return {
    open: name => openBacklog(postgres.url(), name),
    cpuUs: () => cpuTimeOfFamily(postmaster),
    [Symbol.asyncDispose]: () => postgres.stop(),
  };
}
