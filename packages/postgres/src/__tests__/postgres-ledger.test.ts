import { hash } from 'node:crypto';
import type { Ledger } from '@itsm-bridge/core';
import { password, poolFor, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { ledgerContract } from '@itsm-bridge/testkit';
import type { Pool, PoolClient } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresLedger } from '../create-postgres-ledger.ts';
import { eventInTurnSql } from '../sql/event-in-turn.sql.ts';
import { claimed, newDelivery, newEvent, queued, settlementOf } from './samples.ts';
import { secondDoor } from './second-door.ts';
import { testLists } from './test-lists.ts';

let postgres: TestPostgres;
let rows: Pool;
let ledger: Ledger;
let second: Ledger;

beforeAll(async () => {
  postgres = await startPostgres();
  rows = poolFor({ connectionString: postgres.url() });
  [ledger, second] = await Promise.all([open(), open()]);
});

afterAll(async () => {
  await Promise.all([ledger?.close(), second?.close()]);
  await rows?.end();
  await postgres?.stop();
});

const open = () => createPostgresLedger({ url: postgres.url(), poolSize: 5 });

describe('the PostgreSQL ledger', () => {
  ledgerContract({ describe, it }, async () => ({ ledger, second, ...secondDoor(rows) }));

  it('keeps what people search for in columns of its own', async () => {
    const delivery = newDelivery();
    const sent = { payload: { title: 'Checkout' }, at: new Date() };
    await ledger.settle(await claimed(ledger, delivery), { ...settlementOf(delivery), sent });
    const found = await rows.query(
      'select ticket_id, platform_id, sys_id, jira_key, payload_hash, attempts from itsm.deliveries where key = $1',
      [delivery.key],
    );
    const expected = { ticket_id: 'INC0010001', platform_id: 'a1', sys_id: 'a1', jira_key: null };
    expect(found.rows).toEqual([{ ...expected, payload_hash: hash('sha256', '{"title":"Checkout"}'), attempts: 1 }]);
  });

  it('keeps the hash of what was sent last where a later settlement has sent nothing', async () => {
    const delivery = newDelivery();
    const { outcome: _, ...settlement } = settlementOf(delivery);
    const failed = { kind: 'failed', error: { kind: 'rejected', message: 'no' }, warnings: [] } as const;
    const sent = { payload: { title: 'Checkout' }, at: new Date() };
    await ledger.settle(await claimed(ledger, delivery), { ...settlement, outcome: failed, sent });
    await ledger.settle(await claimed(ledger, delivery), settlementOf(delivery));
    const found = await rows.query('select status, payload_hash from itsm.deliveries where key = $1', [delivery.key]);
    expect(found.rows).toEqual([{ status: 'created', payload_hash: hash('sha256', '{"title":"Checkout"}') }]);
  });

  it('makes an event wait for an earlier one that is not committed yet', async () => {
    const delivery = newDelivery();
    const earlier = await rows.connect();
    await earlier.query('begin');
    const sql = `with one as (select 1),${eventInTurnSql('itsm', 'one')} select id from event`;
    const at = new Date();
    const {
      rows: [event],
    } = await earlier.query(sql, ['ticket-retrying', at, delivery.key, 'j', 'i', 'p', '{}']);
    const later = ledger.append(newEvent(delivery));
    await expect.poll(() => waiting(earlier), { interval: 5, timeout: 10_000 }).toBe(1);
    await earlier.query('commit');
    earlier.release();
    expect((await later).id).toBeGreaterThan(BigInt(event.id));
  });

  it('gives a delivery to one of many processes that settle and claim at the same time', async () => {
    const deliveries = Array.from({ length: 10 }, () => newDelivery());
    const sends = deliveries.flatMap(delivery =>
      [ledger, second, ledger, second].map(async each => {
        const claim = await each.claim(delivery);
        if (claim.status !== 'claimed') return 0;
        return (await each.settle(claim.token, settlementOf(delivery))) === 'superseded' ? 0 : 1;
      }),
    );
    const settled = await Promise.all(sends);
    expect(settled.reduce<number>((sum, one) => sum + one, 0)).toBe(deliveries.length);
  });

  it('survives that the server ends its connections', async () => {
    const delivery = newDelivery();
    const token = await claimed(ledger, delivery);
    await rows.query(
      `select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'itsm-bridge' and pid <> pg_backend_pid()`,
    );
    await expect.poll(() => ledger.renew(token).catch(() => false), { interval: 5, timeout: 10_000 }).toBe(true);
    expect(await ledger.settle(token, settlementOf(delivery))).not.toBe('superseded');
  });

  it('keeps rows and tables when it is opened again', async () => {
    const delivery = newDelivery();
    await claimed(ledger, delivery);
    const migrations = 'select name from itsm.migrations order by id';
    const before = (await rows.query(migrations)).rows;
    const third = await open();
    expect(await third.claim(delivery)).toEqual({ status: 'held' });
    await third.close();
    expect((await rows.query(migrations)).rows).toEqual(before);
  });

  it('makes its tables once, however many start at the same time, in the schema that is asked for', async () => {
    const opening = Array.from({ length: 4 }, () => createPostgresLedger({ url: postgres.url(), schema: 'other' }));
    const opened = await Promise.all(opening);
    const delivery = newDelivery();
    const claims = await Promise.all(opened.map(each => each.claim(delivery)));
    expect(claims.filter(claim => claim.status === 'claimed')).toHaveLength(1);
    await Promise.all(opened.map(each => each.close()));
    const names = (await rows.query('select name from other.migrations')).rows.map(({ name }) => name);
    expect(names).toEqual([...new Set(names)]);
  });

  it('opens for a user who may only read and write, where an administrator has made the tables', async () => {
    await rows.query(`create role worker login password '${password}'`);
    await rows.query('grant usage on schema itsm to worker');
    await rows.query('grant select, insert, update on all tables in schema itsm to worker');
    const url = `postgres://worker:${password}@127.0.0.1:${postgres.port}/postgres`;
    const worker = await createPostgresLedger({ url });
    const delivery = newDelivery();
    expect(await worker.settle(await claimed(worker, delivery), settlementOf(delivery))).not.toBe('superseded');
    await worker.close();
  });

  it('makes its tables in schemas that an administrator has made, for a user who may make none', async () => {
    await rows.query(`create role maker login password '${password}'`);
    await rows.query('create schema prepared authorization maker');
    await rows.query('create schema prepared_queue authorization maker');
    const url = `postgres://maker:${password}@127.0.0.1:${postgres.port}/postgres`;
    const maker = await createPostgresLedger({ url, schema: 'prepared' });
    const delivery = queued();
    await maker.queue.enqueue([delivery]);
    expect(await maker.queue.take(delivery, { limit: 1, done: [] })).toMatchObject([{ key: delivery.key }]);
    await maker.close();
  });

  it('keeps no wake-up that was put away by whoever takes the next ones', async () => {
    const delivery = queued();
    await ledger.queue.enqueue([delivery]);
    const done = await ledger.queue.take(delivery, { limit: 1, done: [] });
    const left = () => rows.query('select state from itsm_queue.job where singleton_key = $1', [delivery.key]);
    expect((await left()).rows).toEqual([{ state: 'active' }]);
    await ledger.queue.take(delivery, { limit: 1, done });
    expect((await left()).rows).toEqual([]);
  });

  it('forgets a wake-up that was taken an hour ago by a process that is gone, and makes another', async () => {
    const delivery = queued();
    await ledger.queue.enqueue([delivery]);
    expect(await ledger.queue.take(delivery, { limit: 1, done: [] })).toHaveLength(1);
    const ofIt = 'where singleton_key = $1';
    await rows.query(`update itsm_queue.job set started_on = now() - interval '61 minutes' ${ofIt}`, [delivery.key]);
    await second.queue.sweep(delivery);
    const states = await rows.query(`select state from itsm_queue.job ${ofIt}`, [delivery.key]);
    expect(states.rows).toEqual([{ state: 'created' }]);
  });

  it('goes on where somebody has emptied or dropped the schema of the queue', async () => {
    for (const statement of ['truncate itsm_queue.queue cascade', 'drop schema itsm_queue cascade']) {
      const delivery = queued();
      await ledger.queue.enqueue([delivery]);
      await rows.query(statement);
      await expect.poll(() => ledger.queue.sweep(delivery).catch(() => 0), { interval: 5, timeout: 10_000 }).toBe(1);
      expect(await ledger.queue.take(delivery, { limit: 9, done: [] })).toMatchObject([{ key: delivery.key }]);
    }
  });

  it('takes the same deliveries in any order from many at once', async () => {
    const deliveries = Array.from({ length: 40 }, queued);
    await Promise.all(
      [ledger, second, ledger, second].map((each, n) =>
        each.queue.enqueue(n % 2 === 0 ? deliveries : deliveries.toReversed()),
      ),
    );
    const records = await ledger.queue.enqueue(deliveries);
    expect(records.map(({ key }) => key)).toEqual(deliveries.map(({ key }) => key));
  });

  testLists(() => ({ rows, ledger }));

  it('can be closed twice', async () => {
    const third = await open();
    await third.close();
    await expect(third.close()).resolves.toBeUndefined();
    await expect(third.deliveries({})).rejects.toMatchObject({ kind: 'ledger' });
  });
});

/** How many statements wait for a lock. */
async function waiting(client: PoolClient): Promise<number> {
  const { rows } = await client.query(
    `select count(*)::integer as n from pg_locks where locktype = 'advisory' and not granted`,
  );
  return rows[0].n;
}
