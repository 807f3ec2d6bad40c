import type { Ledger, QueuedDelivery } from '@itsm-bridge/core';
import { startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { queued } from '../__tests__/samples.ts';
import { createPostgresLedger } from '../create-postgres-ledger.ts';

let postgres: TestPostgres;
let ledger: Ledger;

beforeAll(async () => {
  postgres = await startPostgres();
  ledger = await createPostgresLedger({ url: postgres.url() });
});

afterAll(async () => {
  await ledger?.close();
  await postgres?.stop();
});

async function openClient(): Promise<Client> {
  const client = new Client({ connectionString: postgres.url() });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}
const analysisOf = ({ jobId }: QueuedDelivery, title: string) => ({ job: { id: jobId, title } });
const take = (lane: QueuedDelivery) => ledger.queue.take(lane, { limit: 9, done: [] });

/** A delivery that waits with an older analysis, and a transaction that puts a newer one on record. */
async function setUp() {
  const delivery = queued();
  const newer = { ...delivery, analysis: analysisOf(delivery, 'newer') };
  await ledger.queue.enqueue([{ ...delivery, analysis: analysisOf(delivery, 'older') }]);
  const client = await openClient();
  await client.query('begin');
  return { delivery, newer, client };
}

/** Takes of the ledger wait where they look at the time: their statement sees what was committed by then, and no more. */
async function holdTakes() {
  const holder = await openClient();
  await holder.query('select pg_advisory_lock(4711)');
  const jobNow = (body: string) =>
    holder.query(`create or replace function itsm_queue.job_now() returns timestamptz language plpgsql as $$ begin
      ${body} return pg_catalog.now(); end $$`);
  await jobNow(
    `if current_setting('application_name') = 'itsm-bridge' then perform pg_advisory_xact_lock_shared(4711); end if;`,
  );
  return {
    one: () => expect.poll(() => waiting(holder), { interval: 5, timeout: 10_000 }).toBe(1),
    async letGo() {
      await jobNow('');
      await holder.query('select pg_advisory_unlock(4711)');
    },
  };
}

async function waiting(client: Client): Promise<number> {
  const sql = `select from pg_locks where locktype = 'advisory' and not granted`;
  return (await client.query(sql)).rowCount ?? 0;
}

describe('a newer analysis of a delivery that waits', () => {
  it('is what is taken: not the older one while it is being put on record', async () => {
    const { delivery, newer, client } = await setUp();
    await ledger.queue.enqueue([newer], client);
    expect(await take(delivery)).toEqual([]);
    await client.query('commit');
    expect(await take(delivery)).toMatchObject([{ key: delivery.key, analysis: newer.analysis }]);
  });

  it('is what is taken: not the older one by a take that began before it was on record', async () => {
    const { delivery, newer, client } = await setUp();
    const held = await holdTakes();
    const taking = take(delivery);
    await held.one();
    await ledger.queue.enqueue([newer], client);
    await client.query('commit');
    await held.letGo();
    const taken = [...(await taking), ...(await take(delivery))];
    expect(taken).toMatchObject([{ key: delivery.key, analysis: newer.analysis }]);
  });

  it('comes when the older one would have come, before what was enqueued after that', async () => {
    const { delivery, newer, client } = await setUp();
    const { environment, integration } = delivery;
    const later = { ...queued(), environment, integration };
    await ledger.queue.enqueue([later]);
    await ledger.queue.enqueue([newer], client);
    await client.query('commit');
    expect((await take(delivery)).map(({ key }) => key)).toEqual([delivery.key, later.key]);
  });

  it('is gone with its rollback, and the older one is taken', async () => {
    const { delivery, newer, client } = await setUp();
    await ledger.queue.enqueue([newer], client);
    await client.query('rollback');
    expect(await take(delivery)).toMatchObject([{ analysis: analysisOf(delivery, 'older') }]);
  });

  it('has a wake-up of its own where the older one has just been taken', async () => {
    const { delivery, newer, client } = await setUp();
    expect(await take(delivery)).toHaveLength(1);
    await ledger.queue.enqueue([newer], client);
    await client.query('commit');
    expect(await take(delivery)).toMatchObject([{ analysis: newer.analysis }]);
  });
});
