import type { ClaimToken, ItsmEvent, Ledger, NewDelivery } from '@itsm-bridge/core';
import { poolFor, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { Client, type Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createPostgresLedger } from '../create-postgres-ledger.ts';
import type { Prepared } from '../prepared.ts';
import type { RunSql } from '../run-sql.ts';
import { settleDeliveries } from '../settle-deliveries.ts';
import { arrayLiteral } from '../sql/array-literal.ts';
import { claimSql, claimValues } from '../sql/claim.sql.ts';
import { takeTurnSql } from '../sql/event-in-turn.sql.ts';
import { renewSql } from '../sql/renew.sql.ts';
import { givenBy, settleSql, settleValues } from '../sql/settle.sql.ts';
import { claimed, newDelivery, settlementOf } from './samples.ts';

let postgres: TestPostgres;
let rows: Pool;
let ledger: Ledger;

beforeAll(async () => {
  postgres = await startPostgres();
  rows = poolFor({ connectionString: postgres.url() });
  ledger = await createPostgresLedger({ url: postgres.url() });
});

afterAll(async () => {
  await ledger?.close();
  await rows?.end();
  await postgres?.stop();
});

/** What is settled while somebody else has the turn of the events: the first goes by itself. */
async function whileHeld<Result>(
  settle: () => readonly Promise<Result>[],
  meanwhile: () => Promise<void> = async () => {},
): Promise<readonly PromiseSettledResult<Result>[]> {
  // After one that went by itself none waits for more.
  const [before] = await claimedAll(some(1));
  if (before) await ledger.settle(before.token, settlementOf(before.delivery));
  const holder = await rows.connect();
  let settled: Promise<PromiseSettledResult<Result>[]>;
  try {
    await holder.query(`begin; select ${takeTurnSql('itsm')}`);
    settled = Promise.allSettled(settle());
    const waiting = `select from pg_locks where locktype = 'advisory' and not granted`;
    await expect.poll(async () => (await holder.query(waiting)).rowCount, { interval: 5 }).toBe(1);
    await meanwhile();
  } finally {
    await holder.query('commit');
    holder.release();
  }
  return settled;
}

interface Claimed {
  readonly delivery: NewDelivery;
  readonly token: ClaimToken;
}

const claimedAll = (deliveries: readonly NewDelivery[]): Promise<readonly Claimed[]> =>
  Promise.all(deliveries.map(async delivery => ({ delivery, token: await claimed(ledger, delivery) })));
const some = (count: number) => Array.from({ length: count }, newDelivery);
const ask = async (sql: string, values: readonly unknown[]) => (await rows.query(sql, [...values])).rows;

describe('settlements that come while another one has the turn', () => {
  it('share the next: one transaction, and an event for each in the order of the calls', async () => {
    const deliveries = some(4);
    const all = await claimedAll(deliveries);
    const settled = await whileHeld(() =>
      all.map(({ token, delivery }) => ledger.settle(token, settlementOf(delivery))),
    );
    const events = settled.map(one => (one.status === 'fulfilled' ? one.value : one.reason)) as ItsmEvent[];
    const keys = deliveries.map(({ key }) => key);
    expect(events.map(({ key }) => key)).toEqual(keys);
    const stored = await ask('select id, key from itsm.events where key = any($1) order by id', [keys]);
    expect(stored).toEqual(events.map(({ id, key }) => ({ id: String(id), key })));
    const transactions = 'select count(distinct xmin::text)::int as n from itsm.deliveries where key = any($1)';
    expect(await ask(transactions, [keys.slice(1)])).toEqual([{ n: 1 }]);
    expect(await ask(transactions, [keys])).toEqual([{ n: 2 }]);
  });

  it('share it with one whose token is old, which changes nothing', async () => {
    const all = await claimedAll(some(3));
    const settled = await whileHeld(() =>
      all.map(({ token, delivery }, at) =>
        ledger.settle(at === 1 ? { ...token, token: token.token - 1n } : token, settlementOf(delivery)),
      ),
    );
    expect(settled.map(one => one.status === 'fulfilled' && one.value === 'superseded')).toEqual([false, true, false]);
    expect(await ask('select status from itsm.deliveries where key = $1', [all[1]?.delivery.key])).toEqual([
      { status: 'sending' },
    ]);
  });

  it('lock their rows in the order of the keys, whatever that of the calls: nobody waits for the other in a circle', async () => {
    const [first, ...others] = await claimedAll(some(3));
    const byKey = others.toSorted((one, other) => (one.delivery.key < other.delivery.key ? -1 : 1));
    const host = poolFor({ connectionString: postgres.url() });
    const lock = (at: number) =>
      host.query('select from itsm.deliveries where key = $1 for update', [byKey[at]?.delivery.key]);
    await host.query('begin');
    const settling = whileHeld(
      () =>
        [first, ...byKey.toReversed()].flatMap(one =>
          one ? [ledger.settle(one.token, settlementOf(one.delivery))] : [],
        ),
      async () => void (await lock(0)),
    );
    const blocked = `select count(*)::int as n from pg_locks where not granted and locktype = 'transactionid'`;
    await expect
      .poll(async () => (await host.query(blocked)).rows, { interval: 5, timeout: 10_000 })
      .toEqual([{ n: 1 }]);
    await lock(1);
    await host.query('commit');
    expect((await settling).map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'fulfilled']);
    await host.end();
  });

  it('leave a job with what came last, where several are of one job', async () => {
    const { jobId } = newDelivery();
    const all = await claimedAll([newDelivery(), { ...newDelivery(), jobId }, { ...newDelivery(), jobId }]);
    const failed = { kind: 'failed', error: { kind: 'rejected', message: 'no' }, warnings: [] } as const;
    await whileHeld(() =>
      all.map(({ token, delivery }, at) =>
        ledger.settle(token, { ...settlementOf(delivery), ...(at === 2 && { outcome: failed }) }),
      ),
    );
    const job = await ask('select ticket_created, last_status from itsm.jobs where job_id = $1', [jobId]);
    expect(job).toEqual([{ ticket_created: true, last_status: 'failed' }]);
  });

  it.each([
    ['a number', { attempts: 2 ** 40 }],
    ['a date that is none', { followUpsDue: new Date(Number.NaN) }],
  ])('go by themselves where PostgreSQL refuses %s of one of them', async (_what, refused) => {
    const all = await claimedAll(some(4));
    const settled = await whileHeld(() =>
      all.map(({ token, delivery }, at) =>
        ledger.settle(token, { ...settlementOf(delivery), ...(at === 2 && refused) }),
      ),
    );
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
    expect(settled[2]).toMatchObject({ reason: { kind: 'ledger' } });
    const statuses =
      'select status, count(*)::int as n from itsm.deliveries where key = any($1) group by status order by 1';
    expect(await ask(statuses, [all.map(({ delivery }) => delivery.key)])).toEqual([
      { status: 'created', n: 3 },
      { status: 'sending', n: 1 },
    ]);
  });
});

it('whose payload cannot be kept fails by itself', async () => {
  const all = await claimedAll(some(4));
  const payload = { id: 12n };
  const settled = await whileHeld(() =>
    all.map(({ token, delivery }, at) => {
      const settlement = settlementOf(delivery);
      return ledger.settle(token, at === 2 ? { ...settlement, sent: { payload, at: new Date() } } : settlement);
    }),
  );
  expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled', 'rejected', 'fulfilled']);
});

describe('a host that keeps a transaction open', () => {
  it('with the row of one of them holds up that one alone', async () => {
    const all = await claimedAll(some(5));
    const host = poolFor({ connectionString: postgres.url(), max: 1 });
    await host.query('begin');
    await host.query('select from itsm.deliveries where key = $1 for update', [all[2]?.delivery.key]);
    const ended: number[] = [];
    const settled = whileHeld(() =>
      all.map(async ({ token, delivery }, at) => {
        await ledger.settle(token, settlementOf(delivery));
        ended.push(at);
      }),
    );
    await expect.poll(() => ended.toSorted(), { interval: 5, timeout: 10_000 }).toEqual([0, 1, 3, 4]);
    await host.query('commit');
    expect((await settled).every(({ status }) => status === 'fulfilled')).toBe(true);
    await host.end();
  });

  it('with the row of a delivery that is held keeps no lane closed', async () => {
    const delivery = { ...newDelivery(), integration: 'held', analysis: {} };
    const lane = { environment: delivery.environment, integration: 'held' };
    await ledger.lanes.trip(lane, { error: { kind: 'held', message: 'closed' }, baseMs: 60_000, maxMs: 60_000 });
    expect((await ledger.claim(delivery)).status).toBe('closed');
    const host = new Client({ connectionString: postgres.url() });
    await host.connect();
    await host.query('begin');
    await host.query('select from itsm.deliveries where key = $1 for update', [delivery.key]);
    await ledger.lanes.closeBreaker(lane);
    expect(await ledger.lanes.state(lane)).not.toHaveProperty('breaker');
    await host.end();
  });

  it('with the wake-up of a delivery ends a sweep after two seconds', async () => {
    const delivery = { ...newDelivery(), integration: 'swept' };
    const lane = { environment: delivery.environment, integration: 'swept' };
    const error = { kind: 'unavailable', message: 'away' } as const;
    const due = { kind: 'pending', error, notBefore: new Date(0), warnings: [] } as const;
    await ledger.settle(await claimed(ledger, delivery), { ...settlementOf(delivery), outcome: due });
    const host = new Client({ connectionString: postgres.url() });
    await host.connect();
    await host.query('begin');
    await ledger.queue.enqueue([{ ...delivery, analysis: {} }], host);
    await expect(ledger.queue.sweep(lane)).rejects.toThrow('Let the transaction end');
    await host.query('rollback');
    expect(await ledger.queue.sweep(lane)).toBe(1);
    await host.end();
  });

  it.each<[string, string, (of: Claimed) => readonly unknown[]]>([
    ['claim', claimSql('itsm'), ({ delivery }) => claimValues(delivery)],
    ['renewal', renewSql('itsm'), ({ token: { key, token } }) => [key, token]],
    ['settlement', settleSql('itsm'), ({ delivery, token }) => settleValues([givenBy(token, settlementOf(delivery))])],
  ])('is waited for by a %s for 10 s, and no longer at the server than here', async (_what, text, values) => {
    const [one] = await claimedAll(some(1));
    if (!one) return;
    const session = new Client({ connectionString: postgres.url() });
    await session.connect();
    await session.query('begin');
    await session.query({ text, values: [...values(one)] });
    const within = await session.query('show lock_timeout');
    await session.query('rollback');
    const after = await session.query('show lock_timeout');
    await session.end();
    expect([within.rows, after.rows]).toEqual([[{ lock_timeout: '10s' }], [{ lock_timeout: '0' }]]);
  });
});

describe('a settlement', () => {
  it('keeps every text as it is, whatever stands in it', async () => {
    const texts = [
      ...['', 'NULL', 'null', '{}', ',', ' a ', '"', '\\', '\\"', '\\n', "'", '$1', '☃ 🎫', '\u2028', '\x7f'],
      ...[...'\x01\b\t\n\v\f\r\x1b\x1f'].flatMap(mark => [mark, `${mark}"${mark}\\`]),
      JSON.stringify({ 'a"b': ['\\', '\n', '"', { c: '\u2028\t' }] }),
    ];
    expect(await ask('select $1::text[] as read', [arrayLiteral(texts)])).toEqual([{ read: texts }]);
    const others = [1, -2, true, 3n, null, undefined];
    expect(await ask('select $1::text[] as read', [arrayLiteral(others)])).toEqual([
      { read: ['1', '-2', 'true', '3', null, null] },
    ]);
    // As a plugin without types may give it for a text.
    const url = new URL('https://example.org/a?b={1,2}');
    expect(await ask('select $1::text[] as read', [arrayLiteral([url, 'x'])])).toEqual([{ read: [url.href, 'x'] }]);
    const days = [new Date('2026-11-30T13:37:00.123Z'), undefined];
    expect(await ask('select $1::timestamptz[] as read', [arrayLiteral(days)])).toEqual([{ read: [days[0], null] }]);
  });

  it('is planned once for each connection, and not anew for each number of those that go together', async () => {
    const session = await rows.connect();
    const values = (count: number) => {
      const all = some(count).map(delivery => givenBy({ key: delivery.key, token: 1n }, settlementOf(delivery)));
      return [...settleValues(all)];
    };
    for (let n = 0; n < 12; n++)
      await session.query({ name: 'settle', text: settleSql('itsm'), values: values(1 + (n % 4)) });
    const plans = `select generic_plans::int, custom_plans::int from pg_prepared_statements where name = 'settle'`;
    // The first five show PostgreSQL what the plan for any values is worth.
    expect((await session.query(plans)).rows).toEqual([{ generic_plans: 7, custom_plans: 5 }]);
    session.release(true);
  });

  it('is planned anew while the table grows: a plan for its first rows would read all of them', async () => {
    await rows.query('create database growing');
    const growing = await createPostgresLedger({ url: postgres.url('growing') });
    const session = new Client({ connectionString: postgres.url('growing') });
    await session.connect();
    const run: RunSql = async (sql, values = []) =>
      (await session.query({ ...(sql as Prepared), values: [...values] })).rows;
    const settle = settleDeliveries(run, 'itsm', () => {});
    const settleSome = async (count: number) => {
      for (const delivery of some(count)) await settle(await claimed(growing, delivery), settlementOf(delivery));
    };
    const rowsRead = async () => {
      await session.query('select pg_stat_force_next_flush()');
      const read = `select seq_tup_read::int as n from pg_stat_user_tables where relname = 'deliveries'`;
      return (await session.query(read)).rows[0].n;
    };
    await settleSome(2);
    await session.query('vacuum analyze itsm.deliveries');
    await settleSome(12);
    const first = await rowsRead();
    expect(first).toBeGreaterThan(20);
    await Promise.all(some(300).map(delivery => claimed(growing, delivery)));
    await settleSome(3);
    const grown = await rowsRead();
    await settleSome(12);
    expect(await rowsRead()).toBe(grown);
    await Promise.all([growing.close(), session.end()]);
  });
});
