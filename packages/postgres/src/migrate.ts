import { ItsmError, systemClock } from '@itsm-bridge/core';
import { type DataSource, MigrationExecutor, type QueryRunner } from 'typeorm';
import { lateIndexes } from './migrations/late-indexes.ts';
import { migratorIn, oldestTransaction, tryMigrationLock } from './migrations/migration-lock.ts';
import { pendingMigrations } from './migrations/pending-migrations.ts';

export interface MigrateOptions {
  /** Told, in words, whenever it has to wait for somebody. @default nobody is told */
  readonly onWait?: (message: string) => void;
  /** For how long it waits for another migrator, or for the tables. @default 600_000 */
  readonly patienceMs?: number;
}

/** A statement of a worker that comes after ours waits as long as ours does: not longer than that. */
const lockTimeoutMs = 2_000;
const pollMs = 500;
const never = new AbortController().signal;

/**
 * Brings the schema up to date: all of it or nothing, one process at a time, and beside workers that go on. Where a lock is
 * not given within two seconds, everything is rolled back, they are let through, and it is tried again.
 *
 * @returns the names of what has run; empty where there was nothing to do
 * @throws ItsmError kind `ledger`: its patience is over.
 */
export async function migrate(
  dataSource: DataSource,
  schema: string,
  { onWait = () => {}, patienceMs = 600_000 }: MigrateOptions = {},
): Promise<readonly string[]> {
  const endsAt = Date.now() + patienceMs;
  let told = '';
  for (;;) {
    const pending = await pendingMigrations(dataSource, schema);
    if (pending.length === 0) return [];
    const waits = await migrateOnce(dataSource, schema);
    if (waits === undefined) return pending;
    if (Date.now() > endsAt) throw new ItsmError('ledger', `${waits} Nothing was changed; try again.`);
    if (waits !== told) onWait(waits);
    told = waits;
    await systemClock.sleep(pollMs, never);
  }
}

/** @returns what it has to wait for, in words; undefined when it is done */
async function migrateOnce(dataSource: DataSource, schema: string): Promise<string | undefined> {
  const queryRunner = dataSource.createQueryRunner();
  try {
    await queryRunner.startTransaction();
    if (!(await tryMigrationLock(queryRunner, schema))) {
      const who = await migratorIn(queryRunner, schema);
      return `The tables in schema "${schema}" are being brought up to date by ${who}: waiting for that.`;
    }
    await queryRunner.query(`set local lock_timeout = ${lockTimeoutMs}`);
    await runPending(dataSource, queryRunner, schema);
    await queryRunner.commitTransaction();
    return undefined;
  } catch (error) {
    if (!isLockRefused(error)) throw error;
    await queryRunner.rollbackTransaction();
    const who = await oldestTransaction(queryRunner);
    return `A migration of schema "${schema}" waits for a table that others hold. ${who}`;
  } finally {
    if (queryRunner.isTransactionActive) await queryRunner.rollbackTransaction().catch(() => {});
    await queryRunner.release();
  }
}

async function runPending(dataSource: DataSource, queryRunner: QueryRunner, schema: string): Promise<void> {
  // Not `if not exists`: that asks for the right to create schemas even where there is nothing to create.
  const [found]: readonly { readonly schema: string | null; readonly tables: string | null }[] =
    await queryRunner.query('select to_regnamespace($1)::text as schema, to_regclass($2)::text as tables', [
      `"${schema}"`,
      `"${schema}".deliveries`,
    ]);
  if (!found?.schema) await queryRunner.query(`create schema "${schema}"`);
  await new MigrationExecutor(dataSource, queryRunner).executePendingMigrations();
  // Tables that were made a moment ago are empty, and nobody else can see them.
  if (found?.tables) return;
  for (const { name, on } of lateIndexes(schema)) await queryRunner.query(`create index "${name}" on ${on}`);
}

/** The lock was not given in time, or would have had to be waited for in a circle. */
const isLockRefused = (error: unknown): boolean =>
  typeof error === 'object' && error !== null && 'code' in error && (error.code === '55P03' || error.code === '40P01');
