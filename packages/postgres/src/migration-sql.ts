import { Client } from 'pg';
import type { MigrationInterface, QueryRunner } from 'typeorm';
import { addressOf } from './address-of.ts';
import { ledgerError } from './ledger-error.ts';
import { type MigrationOptions, migrationStatus } from './migration-status.ts';
import { allMigrations } from './migrations/all-migrations.ts';
import { lateIndexes } from './migrations/late-indexes.ts';
import { lockName } from './migrations/migration-lock.ts';

/**
 * What `migratePostgres` would run, as a script for `psql`: the migrations in one transaction, then the indexes, which are built
 * while everybody goes on writing. Empty where there is nothing to do. Nothing is changed.
 *
 * @throws ItsmError kinds `config` and `ledger`
 */
export async function migrationSql({ url, schema = 'itsm' }: Omit<MigrationOptions, 'onWait'>): Promise<string> {
  const { pending, indexes } = await migrationStatus({ url, schema });
  const built = new Map(indexes.map(({ name, state }) => [name, state]));
  const migrations = pending.length === 0 ? [] : await transaction(schema, pending, await tablesOf(url, schema));
  const late = lateIndexes(schema).flatMap(({ name, on }) => {
    const state = built.get(name);
    return [
      ...(state === 'unfinished' ? [`drop index concurrently if exists "${schema}"."${name}"`] : []),
      ...(state === 'ready' ? [] : [`create index concurrently if not exists "${name}" on ${on}`]),
    ];
  });
  return [...migrations, ...late].map(statement => `${statement.trim().replace(/;$/, '')};\n`).join('');
}

interface Tables {
  readonly schema: boolean;
  readonly migrations: boolean;
}

async function transaction(schema: string, pending: readonly string[], has: Tables): Promise<readonly string[]> {
  const statements: string[] = [];
  for (const Migration of allMigrations(schema)) {
    const migration = new Migration();
    const name = migration.name ?? Migration.name;
    if (!pending.includes(name)) continue;
    statements.push(
      ...(await statementsOf(migration)),
      `insert into "${schema}".migrations ("timestamp", name) values (${/\d{13}$/.exec(name)?.[0]}, '${name}')`,
    );
  }
  return [
    'begin',
    `select pg_advisory_xact_lock(hashtextextended('${lockName(schema)}', 0))`,
    ...(has.schema ? [] : [`create schema "${schema}"`]),
    ...(has.migrations
      ? []
      : [
          `create table "${schema}".migrations (id serial primary key, "timestamp" bigint not null, name varchar not null)`,
        ]),
    ...statements,
    'commit',
  ];
}

/** A migration asks nothing of the database: what it says is what it does. */
async function statementsOf(migration: MigrationInterface): Promise<readonly string[]> {
  const statements: string[] = [];
  const recorder = { query: async (text: string) => void statements.push(text) };
  await migration.up(recorder as unknown as QueryRunner);
  return statements;
}

async function tablesOf(url: string, schema: string): Promise<Tables> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 10_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<Tables>(
      'select to_regnamespace($1) is not null as schema, to_regclass($2) is not null as migrations',
      [`"${schema}"`, `"${schema}".migrations`],
    );
    return rows[0] ?? { schema: false, migrations: false };
  } catch (error) {
    throw ledgerError(error, addressOf(url));
  } finally {
    await client.end().catch(() => {});
  }
}
