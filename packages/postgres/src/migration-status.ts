import { ItsmError } from '@itsm-bridge/core';
import { Client } from 'pg';
import { addressOf } from './address-of.ts';
import { ledgerError } from './ledger-error.ts';
import { migrate } from './migrate.ts';
import { migrationNames } from './migrations/all-migrations.ts';
import { createIndexBuilder } from './migrations/index-builder.ts';
import { type IndexState, indexStatesSql, lateIndexes } from './migrations/late-indexes.ts';
import { connectDataSource } from './open-data-source.ts';

export interface MigrationOptions {
  /** As of `createPostgresLedger`. */
  readonly url: string;
  /** @default 'itsm' */
  readonly schema?: string;
  /** Told, in words, whenever it has to wait for somebody. */
  readonly onWait?: (message: string) => void;
}

export interface MigrationStatus {
  /** Have run, in order. */
  readonly applied: readonly { readonly name: string; readonly known: boolean }[];
  /** Of this version, and have not. */
  readonly pending: readonly string[];
  /** Not needed to be right, but to be fast; `migratePostgres` builds them, or the first ledger that lists or prunes. */
  readonly indexes: readonly { readonly name: string; readonly state: 'ready' | 'unfinished' | 'missing' }[];
}

/**
 * What a migration would do; nothing is changed, and nobody is waited for. One that has run and is not `known` is of a newer
 * version: this one goes on beside it.
 *
 * @throws ItsmError kinds `config` and `ledger`, as `createPostgresLedger`.
 */
export async function migrationStatus({ url, schema = 'itsm' }: MigrationOptions): Promise<MigrationStatus> {
  const address = addressOf(url);
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const table = await client.query<{ readonly name: string | null }>('select to_regclass($1)::text as name', [
      `"${schema}".migrations`,
    ]);
    const ran = table.rows[0]?.name
      ? (await client.query<{ readonly name: string }>(`select name from "${schema}".migrations order by id`)).rows
      : [];
    const states = (await client.query<IndexState>(indexStatesSql, [schema])).rows;
    const names = migrationNames(schema);
    const applied = ran.map(({ name }) => ({ name, known: names.includes(name) }));
    const stateOf = (name: string) => {
      const found = states.find(state => state.name === name);
      return found ? (found.valid ? 'ready' : 'unfinished') : 'missing';
    };
    return {
      applied,
      pending: names.filter(name => !ran.some(one => one.name === name)),
      indexes: lateIndexes(schema).map(({ name }) => ({ name, state: stateOf(name) })),
    };
  } catch (error) {
    throw ledgerError(error, address);
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Brings the tables up to date, and builds the indexes that are missing: what a deployment does once, before the first new
 * worker. Workers of before go on meanwhile.
 *
 * @returns the migrations that have run now
 * @throws ItsmError kinds `config` and `ledger`
 */
export async function migratePostgres({ url, schema = 'itsm', onWait }: MigrationOptions): Promise<readonly string[]> {
  const address = addressOf(url);
  try {
    const dataSource = await connectDataSource({ connection: { url }, schema, poolSize: 2 });
    try {
      const ran = await migrate(dataSource, schema, onWait ? { onWait } : {});
      const builder = createIndexBuilder(schema, () => new Client({ connectionString: url }));
      await builder.build();
      return ran;
    } finally {
      await dataSource.destroy();
    }
  } catch (error) {
    throw ItsmError.is(error) ? error : ledgerError(error, address);
  }
}
