import { poolFor, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { Pool, type PoolClient } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { novemberTables, novemberWorker } from './__tests__/november-worker.ts';
import { claimed, newDelivery, settlementOf } from './__tests__/samples.ts';
import { createPostgresLedger } from './create-postgres-ledger.ts';
import { migratePostgres, migrationStatus } from './migration-status.ts';
import { allMigrations } from './migrations/all-migrations.ts';

let postgres: TestPostgres;
let admin: Pool;
let url: string;
/** The worker's own connections. */
let pool: Pool;
let count = 0;

beforeAll(async () => {
  postgres = await startPostgres();
  admin = poolFor({ connectionString: postgres.url() });
});
afterAll(async () => {
  await pool?.end();
  await admin?.end();
  await postgres?.stop();
});
beforeEach(async () => {
  await pool?.end();
  count += 1;
  await admin.query(`create database ledger_${count}`);
  url = postgres.url(`ledger_${count}`);
  pool = new Pool({ connectionString: url, max: 3, lock_timeout: 1_000 });
  // The server stops while it is open, and no test wants to hear of it.
  pool.on('error', () => {});
  await novemberTables(pool);
});

/** What a migration would run. */
const statementsOf = async (Migration: ReturnType<typeof allMigrations>[number]) => {
  const statements: string[] = [];
  const queryRunner = { query: async (text: string) => void statements.push(text) };
  await new Migration().up(queryRunner as unknown as Parameters<InstanceType<typeof Migration>['up']>[0]);
  return statements;
};
const afterNovember = [
  ...['TraceParents1764446400000', 'Restores1764460800000', 'DeliveryStories1764547200000'],
  'Decisions1764550800000',
];
const waitingForATurn = async (connection: PoolClient): Promise<number> => {
  const sql = `select from pg_locks where locktype = 'advisory' and not granted`;
  return (await connection.query(sql)).rowCount ?? 0;
};
/** Those that came after November. */
const later = () => allMigrations('itsm').slice(4);

describe('a worker of before', () => {
  it('goes on as soon as the migrations of today are done, whose new columns need the table for a moment', async () => {
    const old = novemberWorker(pool);
    await old.deliver();
    const migrator = await pool.connect();
    await migrator.query('begin');
    for (const Migration of later()) {
      for (const statement of await statementsOf(Migration)) await migrator.query(statement);
    }
    const meanwhile = old.deliver();
    await migrator.query('commit');
    migrator.release();
    await meanwhile;
    await old.deliver();
  });

  it('delivers beside the real migration and its indexes, and both know what the other has sent', async () => {
    const old = novemberWorker(pool);
    const before = await old.deliver();
    const stop = new AbortController();
    const keys: string[] = [];
    const working = (async () => {
      while (!stop.signal.aborted) keys.push(await old.deliver());
    })();
    await migratePostgres({ url }).finally(() => stop.abort());
    await working;
    const ledger = await createPostgresLedger({ url });
    const delivery = newDelivery();
    await ledger.settle(await claimed(ledger, delivery), settlementOf(delivery));
    keys.push(await old.deliver());
    expect(await old.statusOf(delivery.key)).toBe('created');
    for (const key of [before, ...keys]) {
      expect((await ledger.claim({ ...newDelivery(), key })).status).toBe('settled');
    }
    // Of no environment that anybody has, and without what it takes to send it.
    const [rehearsal] = await ledger.dryRuns.of(before, 1);
    expect(rehearsal).toMatchObject({ key: before, environment: '', unresolved: [] });
    expect((await ledger.dryRuns.waiting({ environment: 'TEST', limit: 9 })).records).toEqual([]);
    await ledger.close();
  });

  it('settles a delivery of a job while a worker of today settles another one of it: neither is sent back', async () => {
    const ledger = await createPostgresLedger({ url });
    const ours = newDelivery();
    const settleTheirs = await novemberWorker(pool).begin(ours.jobId);
    const token = await claimed(ledger, ours);
    const old = await pool.connect();
    await old.query('begin');
    await old.query(`select pg_advisory_xact_lock(hashtextextended('itsm-bridge events itsm', 0))`);
    const settling = ledger.settle(token, settlementOf(ours));
    await expect.poll(() => waitingForATurn(old), { interval: 5, timeout: 10_000 }).toBe(1);
    await settleTheirs(old);
    await old.query('commit');
    old.release();
    expect(await settling).toMatchObject({ key: ours.key });
    await ledger.close();
  });

  it('is never without a column that it knows: later migrations only add', async () => {
    for (const Migration of later()) {
      for (const statement of await statementsOf(Migration)) {
        expect(statement).not.toMatch(/\b(drop|rename|truncate|delete|update|alter column)\b/i);
      }
    }
  });
});

describe('a migration', () => {
  it('tells of another process that is at it, waits for it, and does nothing again', async () => {
    const other = await pool.connect();
    await other.query(`set application_name = 'the deployment'`);
    await other.query('begin');
    await other.query(`select pg_advisory_xact_lock(hashtextextended('itsm-bridge migrations itsm', 0))`);
    const { rows } = await other.query('select pg_backend_pid() as pid');
    const told: string[] = [];
    const opening = createPostgresLedger({ url, onWait: message => told.push(message) });
    await expect
      .poll(() => told, { interval: 10, timeout: 10_000 })
      .toEqual([
        expect.stringContaining(
          `The tables in schema "itsm" are being brought up to date by process ${rows[0].pid} (the deployment), since 2`,
        ),
      ]);
    await other.query('commit');
    other.release();
    await (await opening).close();
    expect((await migrationStatus({ url })).pending).toEqual([]);
    expect(await migratePostgres({ url })).toEqual([]);
  });

  it('gives way where others hold a table, says who, and tries again', async () => {
    const other = await pool.connect();
    await other.query('begin');
    await other.query('lock table itsm.migrations in share mode');
    const told: string[] = [];
    const migrating = migratePostgres({ url, onWait: message => told.push(message) });
    await expect
      .poll(() => told, { interval: 20, timeout: 20_000 })
      .toEqual([
        expect.stringMatching(
          /^A migration of schema "itsm" waits for a table that others hold\. The oldest open transaction is that of process \d+.*, since 2/,
        ),
      ]);
    await other.query('commit');
    other.release();
    expect(await migrating).toEqual(afterNovember);
  });

  it('shows beforehand what it would do, and builds an index anew whose building was cut off', async () => {
    const names = ['deliveries_texts', 'changes_with_texts', 'dry_runs_created_at', 'dry_runs_waiting'];
    names.push(
      'dry_runs_waiting_in_lane',
      'events_at',
      'events_key',
      'deliveries_newest',
      'deliveries_newest_in_status',
      'deliveries_newest_in_lane',
    );
    names.push('deliveries_words');
    const all = (state: string) => names.map(name => ({ name, state }));
    const before = await migrationStatus({ url });
    expect(before.applied).toHaveLength(4);
    expect(before.pending).toEqual(afterNovember);
    expect(before.indexes).toEqual(all('missing'));
    await migratePostgres({ url });
    expect(await migrationStatus({ url })).toMatchObject({ pending: [], indexes: all('ready') });
    await pool.query(`update pg_index set indisvalid = false where indexrelid = 'itsm.events_at'::regclass`);
    expect((await migrationStatus({ url })).indexes).toContainEqual({ name: 'events_at', state: 'unfinished' });
    await migratePostgres({ url });
    expect((await migrationStatus({ url })).indexes).toEqual(all('ready'));
  });

  it('leaves an index alone that PostgreSQL is building, whoever began it and has ended', async () => {
    await migratePostgres({ url });
    await pool.query('drop index itsm.events_at');
    const other = await pool.connect();
    await other.query('begin');
    await other.query('lock table itsm.events in row exclusive mode');
    const building = pool.query('create index concurrently events_at on itsm.events (at)');
    const progress = async () => (await pool.query('select from pg_stat_progress_create_index')).rows.length;
    await expect.poll(progress, { interval: 20, timeout: 20_000 }).toBe(1);
    expect(await migratePostgres({ url })).toEqual([]);
    await other.query('commit');
    other.release();
    await building;
    expect((await migrationStatus({ url })).indexes).toContainEqual({ name: 'events_at', state: 'ready' });
  });

  it('builds indexes beside the first who reads by them, where nobody has migrated or pruned', async () => {
    await migratePostgres({ url });
    await pool.query('drop index itsm.deliveries_newest');
    const ledger = await createPostgresLedger({ url });
    expect(await ledger.search({ environment: 'TEST', limit: 1 })).toEqual({ records: [] });
    const indexes = async () => (await migrationStatus({ url })).indexes;
    await expect
      .poll(indexes, { interval: 20, timeout: 20_000 })
      .toContainEqual({ name: 'deliveries_newest', state: 'ready' });
    await ledger.close();
  });

  it('of a newer version is no matter to this one', async () => {
    await migratePostgres({ url });
    await pool.query(`insert into itsm.migrations ("timestamp", name) values (2000000000000, 'Later2000000000000')`);
    await (await createPostgresLedger({ url })).close();
    expect((await migrationStatus({ url })).applied.at(-1)).toEqual({ name: 'Later2000000000000', known: false });
  });
});
