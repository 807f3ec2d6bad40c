import type { Ledger } from '@itsm-bridge/core';
import { startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { Client } from 'pg';
import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest';
import { queued } from '../__tests__/samples.ts';
import { createPostgresLedger } from '../create-postgres-ledger.ts';
import { byKey } from './by-key.ts';

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

it('waits for a transaction that enqueues several deliveries, and never the one for the other', async () => {
  const lane = queued();
  const { environment, integration } = lane;
  const [first = lane, second = lane] = [queued(), queued()].toSorted(byKey).map((delivery, index) => ({
    ...delivery,
    ...({ environment, integration, severity: index === 0 ? 'low' : 'critical' } as const),
  }));
  await ledger.queue.enqueue([first, second]);
  // Whoever has taken them is gone: the sweep begins with the more urgent one.
  expect(await ledger.queue.take(lane, { limit: 9, done: [] })).toHaveLength(2);
  const [client, watch] = [await openClient(), await openClient()];
  await client.query('begin');
  await ledger.queue.enqueue([first], client);
  const sweeping = ledger.queue.sweep(lane);
  await expect.poll(() => waiting(watch), { interval: 5, timeout: 10_000 }).toBe(1);
  await ledger.queue.enqueue([second], client);
  await client.query('commit');
  await sweeping;
  expect(await ledger.queue.take(lane, { limit: 9, done: [] })).toHaveLength(2);
});

async function openClient(): Promise<Client> {
  const client = new Client({ connectionString: postgres.url() });
  await client.connect();
  onTestFinished(() => client.end());
  return client;
}

async function waiting(client: Client): Promise<number> {
  return (await client.query(`select from pg_locks where locktype = 'transactionid' and not granted`)).rowCount ?? 0;
}
