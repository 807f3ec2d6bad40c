import { ItsmError, type ScopedEventLog } from '@itsm-bridge/core';
import { describe, expect, it } from 'vitest';
import { openDesk } from './__tests__/event-desk.ts';
import { openClient } from './__tests__/open-client.ts';
import { wireEvent } from './wire-event.ts';

const heartbeatMs = 15_000;
const idsTo = (last: number, first = 1) => Array.from({ length: last - first + 1 }, (_, n) => String(first + n));
const many = (count: number) => Array.from({ length: count }, () => ({}));

describe('a client that comes', () => {
  it('is answered at once, by headers that let nothing on the way keep or hold back what comes', async () => {
    await using desk = await openDesk();
    const { headers, until } = await openClient(desk.url);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    expect(await until('id: ')).toBe(': events\nretry: 2000\n\nid: 0\n\n');
  });

  it('gets what happens from now on, as one line of JSON with the members that the documentation names', async () => {
    await using desk = await openDesk();
    await desk.happen({ jobId: 'before' });
    const client = await openClient(desk.url);
    await client.until('id: 1\n');
    const ticket = { id: '46', key: 'INC0010001', url: 'https://x.example/46', names: { sys_id: '46' } };
    const wait = { notBefore: new Date('2025-10-27T10:31:00Z'), looked: 'absent' } as const;
    await desk.happen({
      jobId: 'two\nlines',
      ticket,
      error: { kind: 'rejected', status: 400, message: 'No.' },
      ...wait,
    });
    const text = await client.until('warnings');
    const [, type, id, data = ''] = /event: (.*)\nid: (.*)\ndata: (.*)\n\n$/.exec(text) ?? [];
    expect([type, id]).toEqual(['ticket-created', '2']);
    expect(wireEvent.parse(JSON.parse(data))).toEqual({
      ...{ id: '2', type: 'ticket-created', at: '2025-10-27T10:30:00.123Z', key: 'itsm-0', job_id: 'two\nlines' },
      ...{ integration: 'servicenow', platform: 'servicenow', dry_run: false, attempt: 1, duration_ms: 450 },
      ticket: { id: '46', key: 'INC0010001', url: 'https://x.example/46' },
      error: { kind: 'rejected', status: 400, message: 'No.' },
      ...{ not_before: '2025-10-27T10:31:00.000Z', looked: 'absent', warnings: [] },
    });
  });

  it.each([
    ['Last-Event-ID', '', { 'last-event-id': '3' }],
    ['?after=', '?after=3', {}],
    ['the header before the query, as a browser comes back', '?after=1', { 'last-event-id': '3' }],
    ['an empty header, as if there was none', '?after=3', { 'last-event-id': '' }],
  ])('is caught up: %s', async (_, query, headers) => {
    await using desk = await openDesk();
    await desk.happen(...many(5));
    const client = await openClient(`${desk.url}${query}`, headers as Record<string, string>);
    expect(await client.ids(2)).toEqual(['4', '5']);
  });

  it('is handed over from the log to what happens now without a loss, a double or a change of order', async () => {
    await using desk = await openDesk();
    await desk.happen(...many(350));
    const first = await openClient(desk.url);
    await first.until('id: 350');
    const clients = await Promise.all([0, 99, 100, 349].map(after => openClient(`${desk.url}?after=${after}`)));
    for (let n = 0; n < 35; n++) {
      await desk.happen(...many(10));
      await new Promise(setImmediate);
    }
    expect(await first.ids(350)).toEqual(idsTo(700, 351));
    const read = await Promise.all([0, 99, 100, 349].map((after, n) => clients[n]?.ids(700 - after)));
    expect(read).toEqual([0, 99, 100, 349].map(after => idsTo(700, after + 1)));
  });

  it('waits for a ledger that is away, connected', async () => {
    let away = true;
    const page: ScopedEventLog['page'] = async () => {
      throw new ItsmError('ledger', 'Nothing answers.');
    };
    await using desk = await openDesk({
      overrides: log => ({ page: (...asked) => (away ? page : log.page)(...asked) }),
    });
    await desk.happen({}, {});
    const client = await openClient(`${desk.url}?after=1`);
    await client.until('retry');
    desk.pass(heartbeatMs);
    await client.until('\n:\n\n');
    away = false;
    desk.pass(1_000);
    expect(await client.ids(1)).toEqual(['2']);
  });
});

describe('a client that chooses', () => {
  const events = [
    { jobId: 'a', integration: 'jira' },
    { jobId: 'b', integration: 'jira' },
    { jobId: 'a', integration: 'servicenow' },
    { jobId: 'c', integration: 'jira', type: 'ticket-failed' },
  ] as const;

  it.each([
    ['?job=a', ['1', '3']],
    ['?job=a&job=b', ['1', '2', '3']],
    ['?integration=jira&job=a', ['1']],
    ['?type=ticket-failed', ['4']],
  ])('gets what %s says, from the log and live', async (query, ids) => {
    await using desk = await openDesk();
    const live = await openClient(desk.url + query);
    await live.until('id: 0');
    await desk.happen(...events);
    const later = await openClient(`${desk.url}${query}&after=0`);
    expect(await live.ids(ids.length)).toEqual(ids);
    expect(await later.ids(ids.length)).toEqual(ids);
  });

  it('gets nothing of another environment in the same ledger, and its place goes past it', async () => {
    await using desk = await openDesk();
    const client = await openClient(desk.url);
    await client.until('id: 0');
    await desk.happen({ environment: 'PROD' }, {}, { environment: 'PROD' }, { environment: 'PROD' });
    expect(await client.ids(1)).toEqual(['2']);
    await using later = await openDesk({ ledger: desk.ledger });
    const caughtUp = await openClient(`${later.url}?after=0`);
    expect(await caughtUp.ids(1)).toEqual(['2']);
    desk.pass(heartbeatMs);
    later.pass(heartbeatMs);
    await Promise.all([client, caughtUp].map(each => each.until('id: 4')));
  });

  it('hears with the heartbeat how far the log has moved on without it', async () => {
    await using desk = await openDesk();
    const all = await openClient(desk.url);
    const client = await openClient(`${desk.url}?job=mine`);
    await client.until('id: 0');
    await all.until('id: 0');
    await desk.happen(...many(3));
    await all.ids(3);
    desk.pass(heartbeatMs);
    expect(await client.until('id: 3')).toBe(': events\nretry: 2000\n\nid: 0\n\nid: 3\n\n');
    desk.pass(heartbeatMs);
    expect(await client.until('\n:\n')).toMatch(/id: 3\n\n:\n\n$/);
  });
});

describe('a client that is refused', () => {
  it.each([
    ['?jobs=a', {}, 'jobs: unknown member; did you mean "job"?\n'],
    ['?colour=red', {}, 'colour: unknown member; accepted are job, integration, type, after\n'],
    ['?job=', {}, 'job[0]: is empty; leave it out, or say which\n'],
    ['?after=1&after=2', {}, 'after: found a list; accepted is a text\n'],
    ['?after=-1', {}, 'after: accepted is the id of an event, a whole number\n'],
    [
      '?after=1',
      { 'last-event-id': '9223372036854775808' },
      'Last-Event-ID: accepted is the id of an event, a whole number\n',
    ],
    [
      '?job=a&job=&type=ticket-create',
      {},
      'job[1]: is empty; leave it out, or say which\ntype[0]: found the text "ticket-create"; accepted is one of "ticket-created", "ticket-found", "ticket-twins", "ticket-updated", "ticket-update-failed", "ticket-retrying", "ticket-failed", "ticket-unknown", "ticket-needs-review", "ticket-dry-run"; did you mean "ticket-created"?\n',
    ],
  ])('is told why: %s %o', async (query, headers, message) => {
    await using desk = await openDesk();
    const answer = await fetch(desk.url + query, { headers: headers as Record<string, string> });
    expect([answer.status, await answer.text()]).toEqual([400, message]);
  });

  it('is told when to come back, where there are too many; a place is free once one has left', async () => {
    await using desk = await openDesk({ maxClients: 1 });
    const first = await openClient(desk.url);
    await first.until('id: 0');
    const second = await openClient(desk.url);
    expect([second.status, second.headers.get('retry-after')]).toEqual([503, '10']);
    first.leave();
    await expect.poll(async () => (await fetch(desk.url, { method: 'HEAD' })).status, { interval: 5 }).toBe(200);
  });
});

describe('the log', () => {
  it('is followed once for all clients, and by nobody when they have left', async () => {
    const waiting = new Set<AbortSignal>();
    const wait = (log: ScopedEventLog): ScopedEventLog['wait'] => {
      return async (ms, signal) => {
        waiting.add(signal);
        await log.wait(ms, signal);
        waiting.delete(signal);
      };
    };
    await using desk = await openDesk({ overrides: log => ({ wait: wait(log) }) });
    const clients = await Promise.all(many(20).map(() => openClient(desk.url)));
    await Promise.all(clients.map(client => client.until('id: 0')));
    expect(waiting.size).toBe(1);
    for (const client of clients) client.leave();
    await expect.poll(() => waiting.size, { interval: 5 }).toBe(0);
  });

  it('is read once for a herd of clients that come back to the same place', async () => {
    const asked: bigint[] = [];
    const page = (log: ScopedEventLog): ScopedEventLog['page'] => {
      return (id, limit) => {
        asked.push(id);
        return log.page(id, limit);
      };
    };
    await using desk = await openDesk({ overrides: log => ({ page: page(log) }) });
    await desk.happen(...many(500));
    const clients = await Promise.all(many(20).map(() => openClient(`${desk.url}?after=0`)));
    const read = await Promise.all(clients.map(client => client.ids(500)));
    for (const ids of read) expect(ids).toEqual(idsTo(500));
    expect(asked.filter(id => id < 500n).length).toBeLessThan(10);
  });
});

describe('a server that ends', () => {
  it('ends its streams in good order, and sends who comes then elsewhere', async () => {
    const stop = new AbortController();
    await using desk = await openDesk({ signal: stop.signal });
    const client = await openClient(desk.url);
    await client.until('id: 0');
    stop.abort();
    await client.ended();
    expect((await fetch(desk.url)).status).toBe(503);
  });

  it('ends connections where nobody told it to end streams before', async () => {
    const desk = await openDesk();
    const client = await openClient(desk.url);
    await client.until('id: 0');
    await desk.server[Symbol.asyncDispose]();
    await expect(client.ended()).rejects.toThrow('terminated');
  });
});
