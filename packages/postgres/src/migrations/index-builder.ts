import type { Client } from 'pg';
import { beingBuiltSql, type IndexState, indexStatesSql, lateIndexes } from './late-indexes.ts';

export interface IndexBuilder {
  /** Builds what is missing, while others write. One process at a time: another one leaves it to the first. */
  build(): Promise<void>;
  /** Cuts a building off: the next one begins it anew. */
  close(): Promise<void>;
}

/**
 * On connections of its own: a building may last for minutes, longer than a statement of the pool may.
 *
 * @param connect A new client, without a limit for the time of a statement.
 */
export function createIndexBuilder(schema: string, connect: () => Client): IndexBuilder {
  const clients = new Set<Client>();
  const opened = async () => {
    const client = connect();
    client.on('error', () => {});
    clients.add(client);
    await client.connect();
    return client;
  };
  const end = async (client: Client) => {
    clients.delete(client);
    await client.end().catch(() => {});
  };

  const buildMissing = async (builder: Client) => {
    // Of a process that has ended meanwhile: PostgreSQL goes on, and what looks unfinished would be dropped when it is done.
    if ((await builder.query(beingBuiltSql, [schema])).rows.length > 0) return;
    const { rows } = await builder.query<IndexState>(indexStatesSql, [schema]);
    const valid = new Map(rows.map(({ name, valid: isValid }) => [name, isValid]));
    for (const { name, on } of lateIndexes(schema)) {
      if (valid.get(name)) continue;
      if (valid.has(name)) await builder.query(`drop index concurrently if exists "${schema}"."${name}"`);
      await builder.query(`create index concurrently if not exists "${name}" on ${on}`);
    }
  };

  return {
    async build() {
      const guard = await opened();
      try {
        const { rows } = await guard.query<IndexState>(indexStatesSql, [schema]);
        const ready = new Set(rows.filter(({ valid }) => valid).map(({ name }) => name));
        if (lateIndexes(schema).every(({ name }) => ready.has(name))) return;
        // The building waits for every older snapshot. A statement with parameters would keep its own until the transaction
        // ends; a simple one leaves the lock and nothing else.
        await guard.query('begin');
        const got = await guard.query<{ readonly mine: boolean }>(
          `select pg_try_advisory_xact_lock(hashtextextended('itsm-bridge indexes ${schema}', 0)) as mine`,
        );
        if (!got.rows[0]?.mine) return;
        const builder = await opened();
        try {
          await buildMissing(builder);
        } finally {
          await end(builder);
        }
      } finally {
        await end(guard);
      }
    },
    async close() {
      await Promise.all([...clients].map(end));
    },
  };
}
