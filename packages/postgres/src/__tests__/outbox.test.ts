import { randomUUID } from 'node:crypto';
import type { LaneId, Ledger, QueuedDelivery } from '@itsm-bridge/core';
import { poolFor, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { Client, type Pool } from 'pg';
import { DataSource } from 'typeorm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresLedger } from '../create-postgres-ledger.ts';
import { newDelivery } from './samples.ts';

let postgres: TestPostgres;
let ledger: Ledger;
let rows: Pool;

beforeAll(async () => {
  postgres = await startPostgres();
  rows = poolFor({ connectionString: postgres.url() });
  ledger = await createPostgresLedger({ url: postgres.url() });
  await rows.query('create table finished_jobs (id text primary key)');
});

afterAll(async () => {
  await ledger?.close();
  await rows?.end();
  await postgres?.stop();
});

const newLane = (): LaneId => ({ environment: randomUUID(), integration: 'servicenow' });
const queued = (lane: LaneId): QueuedDelivery => {
  const { leaseMs: _leaseMs, askedBy: _askedBy, ...delivery } = newDelivery();
  return { ...delivery, ...lane, analysis: { job: { id: delivery.jobId } } };
};
const jobsOnRecord = async (id: string) =>
  (await rows.query('select id from finished_jobs where id = $1', [id])).rowCount;

describe('an analysis that is enqueued in the caller’s own transaction', () => {
  it('is queued with its commit: a client of pg', async () => {
    await using client = await openClient();
    const lane = newLane();
    const delivery = queued(lane);
    await client.query('begin');
    await client.query('insert into finished_jobs values ($1)', [delivery.jobId]);
    await ledger.queue.enqueue([delivery], client);
    expect(await ledger.queue.take(lane, { limit: 1, done: [] })).toEqual([]);
    await client.query('commit');
    expect(await ledger.queue.take(lane, { limit: 1, done: [] })).toMatchObject([
      { key: delivery.key, analysis: delivery.analysis },
    ]);
  });

  it('is gone with its rollback: neither row nor wake-up', async () => {
    await using client = await openClient();
    const lane = newLane();
    const delivery = queued(lane);
    await client.query('begin');
    await ledger.queue.enqueue([delivery], client);
    await client.query('rollback');
    expect(await ledger.deliveries({ key: delivery.key })).toEqual([]);
    expect(await ledger.queue.take(lane, { limit: 1, done: [] })).toEqual([]);
    expect(await ledger.queue.sweep(lane)).toBe(0);
  });

  it('is queued with its commit, and gone with its rollback: an entity manager of TypeORM', async () => {
    const dataSource = await new DataSource({ type: 'postgres', url: postgres.url() }).initialize();
    const lane = newLane();
    const [kept, lost] = [queued(lane), queued(lane)];
    await dataSource.transaction(async manager => {
      await manager.query('insert into finished_jobs values ($1)', [kept.jobId]);
      await ledger.queue.enqueue([kept], manager);
    });
    const failing = dataSource.transaction(async manager => {
      await manager.query('insert into finished_jobs values ($1)', [lost.jobId]);
      await ledger.queue.enqueue([lost], manager);
      throw new Error('the job failed after all');
    });
    await expect(failing).rejects.toThrow('the job failed after all');
    expect((await ledger.queue.take(lane, { limit: 10, done: [] })).map(({ key }) => key)).toEqual([kept.key]);
    expect([await jobsOnRecord(kept.jobId), await jobsOnRecord(lost.jobId)]).toEqual([1, 0]);
    await dataSource.destroy();
  });

  it('is refused where the statements would not be in one transaction', async () => {
    const dataSource = await new DataSource({ type: 'postgres', url: postgres.url() }).initialize();
    for (const transaction of [rows, dataSource.manager, {}, 'begin']) {
      await expect(ledger.queue.enqueue([queued(newLane())], transaction)).rejects.toMatchObject({ kind: 'input' });
    }
    await dataSource.destroy();
  });
});

async function openClient(): Promise<Client & AsyncDisposable> {
  const client = new Client({ connectionString: postgres.url() });
  await client.connect();
  return Object.assign(client, { [Symbol.asyncDispose]: () => client.end() });
}
