import { readdirSync, readFileSync } from 'node:fs';
import { createMemoryLedger, systemClock } from '@itsm-bridge/core';
import { Hono } from 'hono';
import { describe, expect, it } from 'vitest';
import { newEvent, openDesk } from '../events/__tests__/event-desk.ts';
import { listen } from '../listen.ts';
import { type FollowEvents, followEvents } from './follow-events.ts';
import type { StreamState } from './stream-state.ts';

/** Waits are noted and over at once; that for a byte never is. */
const silenceMs = 45_000;
function setUp(url: string, more: Partial<FollowEvents> = {}) {
  const waits: number[] = [];
  const states: StreamState[] = [];
  const stop = new AbortController();
  const sleep: FollowEvents['sleep'] = (ms, signal) => {
    if (ms === silenceMs)
      return new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
    waits.push(ms);
    return Promise.resolve();
  };
  const onState = (state: StreamState) => void states.push(state);
  const following = followEvents({ url, signal: stop.signal, sleep, onState, random: () => 1, ...more });
  const take = async (count: number) => {
    const ids: string[] = [];
    while (ids.length < count) {
      const { done, value } = await following.next();
      if (done) break;
      ids.push(value.id);
    }
    return ids;
  };
  return { waits, states, stop, following, take };
}

/** A server that answers each request with the next of these. */
async function scripted(...answers: readonly ((request: Request) => Response | Promise<Response>)[]) {
  const requests: Request[] = [];
  const app = new Hono().get('/events', ({ req }) => {
    requests.push(req.raw);
    const answer = answers[Math.min(requests.length, answers.length) - 1];
    return answer?.(req.raw) ?? new Response('', { status: 500 });
  });
  const server = await listen(app, 0);
  const url = `http://127.0.0.1:${server.port}/events`;
  return { requests, url, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}
const type = { 'content-type': 'text/event-stream' };
const stream = (text: string) => () => new Response(text, { headers: type });
const frame = (id: number) => `event: ticket-created\nid: ${id}\ndata: {"id":"${id}"}\n\n`;
const open = (text: string) => () =>
  new Response(new ReadableStream({ start: controller => controller.enqueue(new TextEncoder().encode(text)) }), {
    headers: type,
  });

describe('followEvents', () => {
  it('gives the events of a server, with the types of the wire', async () => {
    await using desk = await openDesk();
    const { following, states, take, stop } = setUp(desk.url, { after: '0', job: ['a', 'b'], integration: 'jira' });
    await desk.happen({ jobId: 'a' }, { jobId: 'a', integration: 'jira' }, { jobId: 'b', integration: 'jira' });
    expect((await following.next()).value).toMatchObject({ id: '2', job_id: 'a', dry_run: false });
    expect(await take(1)).toEqual(['3']);
    expect(states).toEqual([{ kind: 'connecting' }, { kind: 'open' }]);
    stop.abort();
    expect(await following.next()).toEqual({ done: true, value: undefined });
  });

  it('misses nothing while its server is gone and another process takes over', async () => {
    const ledger = createMemoryLedger({ clock: systemClock });
    const first = await openDesk({ ledger });
    const { take, states, waits } = setUp(first.url, {
      // Where both would be behind one address.
      fetch: (_, init) => fetch(current.url, init),
    });
    let current = first;
    const taken = take(4);
    await expect.poll(() => states.length, { interval: 5 }).toBe(2);
    await first.happen({}, {});
    await first.server[Symbol.asyncDispose]();
    await ledger.append(newEvent());
    await using second = await openDesk({ ledger });
    current = second;
    await second.happen({});
    expect(await taken).toEqual(['1', '2', '3', '4']);
    expect(waits[0]).toBe(2_000);
  });

  it('knows its place before anything was for it', async () => {
    await using server = await scripted(stream('id: 41\n\n'), open(frame(42)));
    const { take } = setUp(server.url, { job: 'a' });
    expect(await take(1)).toEqual(['42']);
    expect(server.requests.map(({ headers }) => headers.get('last-event-id'))).toEqual([null, '41']);
  });

  it('gives no id twice and none out of order, whatever a server sends', async () => {
    await using server = await scripted(stream(frame(1) + frame(3) + frame(2)), open(frame(1) + frame(3) + frame(4)));
    const { take } = setUp(server.url, { after: '0' });
    expect(await take(3)).toEqual(['1', '3', '4']);
  });

  it('waits as long as the server asks, longer from failure to failure, and half of it by chance', async () => {
    const away = () => new Response('Starting.\n', { status: 503 });
    const busy = () => new Response('Full.\n', { status: 503, headers: { 'retry-after': '60' } });
    await using server = await scripted(stream('retry: 500\n\n'), away, away, busy, open(frame(1)));
    const { take, waits, states } = setUp(server.url, { random: () => 0 });
    await take(1);
    expect(waits).toEqual([250, 500, 1_000, 60_000]);
    expect(states.filter(({ kind }) => kind === 'waiting').map(state => 'reason' in state && state.reason)).toEqual([
      'The server has ended the stream.',
      ...['Starting.', 'Starting.', 'Full.'].map(text => `The server of the events answers 503: ${text}`),
    ]);
  });

  it('takes a connection without a byte for lost', async () => {
    await using server = await scripted(open(frame(1)), open(frame(2)));
    const silent = new AbortController();
    const { following, states } = setUp(server.url, {
      after: '0',
      silenceMs: 1,
      // The second byte of a connection is waited for until the test says so, once.
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          if (ms !== 1) return resolve();
          silent.signal.addEventListener('abort', () => resolve());
          signal.addEventListener('abort', () => reject(signal.reason));
        }),
    });
    expect((await following.next()).value?.id).toBe('1');
    const next = following.next();
    await new Promise(setImmediate);
    silent.abort();
    expect((await next).value?.id).toBe('2');
    expect(states).toContainEqual({ kind: 'waiting', ms: 2_000, reason: 'Nothing came for 1 ms.' });
  });

  it('signs in', async () => {
    await using server = await scripted(open(frame(1)));
    await setUp(server.url, { token: 'let-me-in', headers: { 'x-team': 'sre' } }).take(1);
    const headers = server.requests[0]?.headers;
    expect([headers?.get('authorization'), headers?.get('x-team')]).toEqual(['Bearer let-me-in', 'sre']);
  });

  it.each([
    ['400', () => new Response('job: no.\n', { status: 400 }), 'The server of the events answers 400: job: no.'],
    ['401', () => new Response('', { status: 401 }), 'The server of the events answers 401'],
    [
      'a page',
      () => new Response('<p>', { headers: { 'content-type': 'text/html' } }),
      'The events are text/html, and not text/event-stream: is the address right?',
    ],
    ['no JSON', open('id: 5\ndata: {\n\n'), 'What the server sends as event 5 is no JSON.'],
  ])('ends with a clear error where asking again is of no use: %s', async (_, answer, message) => {
    await using server = await scripted(answer);
    const { following, waits } = setUp(server.url);
    await expect(following.next()).rejects.toMatchObject({ name: 'EventsRefusal', message });
    expect(waits).toEqual([]);
  });

  it('ends its connection when its reader breaks off', async () => {
    const left = Promise.withResolvers<void>();
    await using server = await scripted(request => {
      request.signal.addEventListener('abort', () => left.resolve());
      return open(frame(1))();
    });
    for await (const _ of setUp(server.url, { after: '0' }).following) break;
    await left.promise;
  });

  it('imports nothing that a browser would have to look for', () => {
    const folder = new URL('.', import.meta.url);
    const sources = readdirSync(folder).filter(name => !name.endsWith('.test.ts'));
    expect(sources).toContain('follow-events.ts');
    for (const name of sources) {
      const loaded = readFileSync(new URL(name, folder), 'utf8').match(/^(?:import|export) (?!type).* from '.*/gm);
      expect(loaded?.filter(line => !line.includes("from './")) ?? []).toEqual([]);
    }
  });
});
