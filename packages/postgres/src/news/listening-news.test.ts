import { password, poolFor, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { Client, type Pool } from 'pg';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { openProxy } from '../__tests__/open-proxy.ts';
import { createListeningNews } from './listening-news.ts';
import { channelOf } from './news.ts';

let postgres: TestPostgres;
let sender: Pool;

beforeAll(async () => {
  postgres = await startPostgres();
  sender = poolFor({ connectionString: postgres.url() });
});

afterAll(async () => {
  await sender?.end();
  await postgres?.stop();
});

const never = new AbortController().signal;
const hourMs = 3_600_000;
const told: string[] = [];
beforeEach(() => void told.splice(0));
const listen = (connect: () => Client, checkMs?: number) =>
  createListeningNews({
    ...{ schema: 'itsm', connect },
    ...(checkMs === undefined ? {} : { checkMs }),
    onDeaf: error => told.push(String(error)),
  });
const notify = () => sender.query('select pg_notify($1, $2)', [channelOf('itsm'), 'events']);
const listeners = async (): Promise<readonly number[]> => {
  const sql = `select pid from pg_stat_activity where query like 'listen%' or application_name = 'ear'`;
  return (await sender.query(sql)).rows.map(({ pid }) => pid);
};
const untilSilent = () => expect.poll(listeners, { interval: 5 }).toEqual([]);
const untilListening = () => expect.poll(async () => (await listeners()).length, { interval: 5 }).toBeGreaterThan(0);

describe('news over LISTEN', () => {
  it('wakes a waiting process when another one tells, and not before', async () => {
    const news = listen(() => ear(postgres.port));
    let woken = 0;
    // The first ring is the ear's own: what was told before it was open is not known.
    await news.wait('events', hourMs, never);
    const waited = news.wait('events', hourMs, never).then(() => woken++);
    await sender.query('select pg_notify($1, $2)', [channelOf('itsm'), 'queue TEST/jira']);
    await sender.query('select pg_notify($1, $2)', [channelOf('other'), 'events']);
    expect(woken).toBe(0);
    await notify();
    await waited;
    await news.close();
  });

  it('hears of events where somebody waits for them, and not where somebody only works', async () => {
    const heard: (string | undefined)[] = [];
    const connect = () => ear(postgres.port).on('notification', ({ payload }) => heard.push(payload));
    const news = listen(connect);
    const tellBoth = async () => {
      await notify();
      await sender.query('select pg_notify($1, $2)', [channelOf('itsm', 'queue TEST/jira'), 'queue TEST/jira']);
    };
    await news.wait('queue TEST/jira', hourMs, never);
    const told = news.wait('queue TEST/jira', hourMs, never);
    await tellBoth();
    await told;
    expect(heard).toEqual(['queue TEST/jira']);
    await news.wait('events', hourMs, never);
    const toldAll = news.wait('events', hourMs, never);
    await tellBoth();
    await toldAll;
    expect(heard).toContain('events');
    await news.close();
  });

  it('listens again after the server has ended its connection', async () => {
    const news = listen(() => ear(postgres.port));
    await news.wait('events', hourMs, never);
    const [pid] = await listeners();
    await sender.query('select pg_terminate_backend($1)', [pid]);
    // Woken once it listens again: whoever waits looks for itself.
    await news.wait('events', hourMs, never);
    await news.close();
  });

  it('notices a connection that has gone silent without an error', async () => {
    await using proxy = await openProxy(postgres.port);
    const news = listen(() => ear(proxy.port), 50);
    await news.wait('events', hourMs, never);
    proxy.freeze();
    await news.wait('events', hourMs, never);
    expect(proxy.connections()).toBeGreaterThan(1);
    await news.close();
  });

  it('listens anew, and says so, where the server refuses a LISTEN on a connection that goes on', async () => {
    const clients: Client[] = [];
    const connect = () => {
      const client = ear(postgres.port);
      clients.push(client);
      return client;
    };
    const news = listen(connect, hourMs);
    await news.wait('events', hourMs, never);
    for (const client of clients) await refuseAll(client);
    // Meanwhile whoever waits looks by itself.
    await news.wait('queue TEST/jira', 1, never);
    await news.wait('queue TEST/jira', hourMs, never);
    const waited = news.wait('queue TEST/jira', hourMs, never);
    await sender.query('select pg_notify($1, $2)', [channelOf('itsm', 'queue TEST/jira'), 'queue TEST/jira']);
    await waited;
    expect(told).toEqual([aborted]);
    await news.close();
  });

  it('tries again until a LISTEN succeeds, and says once that it is deaf', async () => {
    let refusals = 2;
    const connect = () => {
      const client = ear(postgres.port);
      return refusals-- > 0 ? onceConnected(client, () => refuseAll(client)) : client;
    };
    const news = listen(connect, hourMs);
    await news.wait('events', hourMs, never);
    expect(told).toEqual([aborted]);
    await news.close();
  });

  it('does not wait for ever for the answer to a LISTEN', async () => {
    await using proxy = await openProxy(postgres.port);
    const connect = () => {
      const client = ear(proxy.port);
      return proxy.connections() === 0 ? onceConnected(client, async () => proxy.freeze()) : client;
    };
    const news = listen(connect, 50);
    await news.wait('events', hourMs, never);
    expect(told).toEqual(['Error: no answer within 50 ms']);
    await news.close();
  });

  it('opens no connection before somebody waits, and none after it is closed', async () => {
    const news = listen(() => ear(postgres.port));
    await untilSilent();
    const waited = news.wait('events', hourMs, never);
    await untilListening();
    await news.close();
    await waited;
    await untilSilent();
  });
});

const ear = (port: number) =>
  new Client({
    connectionString: `postgres://postgres:${password}@127.0.0.1:${port}/postgres`,
    application_name: 'ear',
  });

const aborted = 'error: current transaction is aborted, commands ignored until end of transaction block';
/** From now on the server refuses what this connection asks, and keeps it. */
const refuseAll = async (client: Client): Promise<void> => {
  await client.query('begin');
  await client.query('select 1 / 0').catch(() => {});
};
const onceConnected = (client: Client, then: () => Promise<void>): Client => {
  const connect = client.connect.bind(client);
  const connectAndMore = async () => {
    await connect();
    await then();
  };
  return Object.assign(client, { connect: connectAndMore });
};
