import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { ClientBase, Pool, QueryResult } from 'pg';

const november: {
  readonly tables: readonly { readonly name: string; readonly up: readonly string[] }[];
  readonly statements: Readonly<Record<string, string>>;
} = JSON.parse(readFileSync(new URL('../migrations/__fixtures__/worker-of-november.json', import.meta.url), 'utf8'));

/** The tables as a worker of November left them, with their record of migrations. */
export async function novemberTables(pool: Pool): Promise<void> {
  await pool.query('create schema itsm');
  await pool.query(
    'create table itsm.migrations (id serial primary key, "timestamp" bigint not null, name text not null)',
  );
  for (const { name, up } of november.tables) {
    for (const statement of up) await pool.query(statement);
    await pool.query('insert into itsm.migrations ("timestamp", name) values ($1, $2)', [name.slice(-13), name]);
  }
}

export interface NovemberWorker {
  /** Every statement of one life of a delivery: queued, claimed, renewed, settled, noted, looked after, read. @returns its key */
  deliver(): Promise<string>;
  /** Claims a delivery of that job. @returns what settles it, on a connection of the caller */
  begin(jobId: string): Promise<(connection: ClientBase) => Promise<void>>;
  /** What its claim says of that key. */
  statusOf(key: string): Promise<string>;
}

/** Runs the statements of a worker of November, word by word. It waits for no lock longer than a second. */
export function novemberWorker(pool: Pool): NovemberWorker {
  const { statements } = november;
  const ask = (name: string, values: readonly unknown[], on: Pool | ClientBase = pool): Promise<QueryResult> =>
    on.query(statements[name] ?? '', [...values]);
  const lane = ['TEST', 'servicenow'];
  const claim = (key: string, jobId: string) =>
    ask('claim', [key, jobId, 'servicenow', 'servicenow', 60_000, 'TEST', 'medium', null, '{}', 'request', false]);
  const one = ({ rows }: QueryResult) => {
    if (rows.length !== 1) throw new Error(`a statement of November returned ${rows.length} rows`);
    return rows[0];
  };
  const eventOf = (key: string, jobId: string) =>
    ['ticket-created', new Date(), key, jobId, 'servicenow', 'servicenow', '{"warnings":[]}'] as const;
  const settle = async (key: string, jobId: string, token: string, on?: ClientBase) => {
    const ticket = ['INC1', 'a1', 'https://x.example', '{}', '[]', null, '[]', null, null, null, null, 0];
    const due = new Date();
    one(await ask('settle', [...eventOf(key, jobId), key, token, 'created', 1, 'hash', ...ticket, due, due], on));
  };

  return {
    async deliver() {
      const key = `itsm-${randomUUID()}`;
      const jobId = `job-${key}`;
      const event = eventOf(key, jobId);
      const who = [key, jobId, 'servicenow', 'servicenow'];
      one(await ask('enqueue', [...who, 'TEST', 'medium', null, '{}']));
      const { token } = one(await claim(key, jobId));
      one(await ask('renew', [key, token]));
      await ask('laneState', lane);
      await ask('admit', [...lane, 1_000_000]);
      await settle(key, jobId, token);
      one(await ask('appendEvent', event));
      one(await ask('recordDryRun', [...event, ...who, '{}', '[]']));
      const change = one(await ask('claimChange', [key, 'note', jobId, 'servicenow', 'servicenow', 'note', 60_000]));
      one(await ask('renewChange', [key, 'note', change.token, 60_000]));
      one(await ask('settleChange', [...event, key, 'note', change.token, 'applied', 1, null, null, null, null]));
      for (const take of ['takeTwinsDue', 'takeFollowUpsDue'] as const) await ask(take, [...lane, 10, 60_000]);
      one(await ask('recordTwins', [...event, key, '[]']));
      one(await ask('analysis', [key]));
      await ask('depth', lane);
      await ask('since', ['0', 10]);
      return key;
    },
    async begin(jobId) {
      const key = `itsm-${randomUUID()}`;
      const { token } = one(await claim(key, jobId));
      return connection => settle(key, jobId, token, connection);
    },
    statusOf: async key => one(await claim(key, `job-${key}`)).status,
  };
}
