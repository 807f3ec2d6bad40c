import { once } from 'node:events';
import type net from 'node:net';
import { expect, it } from 'vitest';
import { rawServer } from '../../__tests__/raw-server.ts';
import { integration } from '../../__tests__/samples.ts';
import { createHttp } from '../create-http.ts';
import { noAuth } from '../no-auth.ts';
import { systemClock } from '../system-clock.ts';

const answer = 'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\ncontent-length: 2\r\n\r\n{}';
const head = /^(GET|POST) /gm;

/** A platform that answers the first request of its first connection, and then does `next` to that connection. */
async function openSite(next: (first: net.Socket) => void) {
  const connections: net.Socket[] = [];
  const requests: string[] = [];
  const server = await rawServer(socket => {
    connections.push(socket);
    socket.on('data', bytes => {
      requests.push(...(bytes.toString('latin1').match(head) ?? []));
      if (socket !== connections[0] || requests.length === 1) socket.write(answer);
      else next(socket);
    });
  });
  const config = { baseURL: `http://127.0.0.1:${server.port}`, auth: noAuth, errorMessage: () => undefined };
  const http = createHttp(config, integration.transport, systemClock);
  return { connections, requests, http, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}

const end = (socket: net.Socket): void => void socket.end();
const reset = (socket: net.Socket): void => void socket.resetAndDestroy();

/** The other side's end has arrived here. */
const seenHere = async (socket: net.Socket) => {
  if (!socket.closed) await once(socket, 'close');
  for (let turn = 0; turn < 3; turn++) await new Promise(resolve => setImmediate(resolve));
};

it.each([
  ['ended', end],
  ['reset', reset],
])('that was %s while nothing was on it is not used for a write: a new one is, once', async (_, close) => {
  await using site = await openSite(() => {});
  await site.http.post('/first', {});
  for (const socket of site.connections) {
    close(socket);
    await seenHere(socket);
  }
  expect((await site.http.post('/second', {})).status).toBe(200);
  expect(site.requests).toEqual(['POST ', 'POST ']);
  expect(site.connections).toHaveLength(2);
});

it.each([
  ['ended', 'post', 'outcome-unknown', end],
  ['reset', 'post', 'outcome-unknown', reset],
  ['ended', 'get', 'unavailable', end],
  ['reset', 'get', 'unavailable', reset],
] as const)('that is %s as a %s arrives on it: %s, and it goes out no second time', async (_, method, kind, close) => {
  await using site = await openSite(close);
  await site.http.post('/first', {});
  await expect(site.http[method]('/second')).rejects.toMatchObject({ kind });
  // Whatever would still be sent has had its time once another request has been answered.
  await site.http.get('/third');
  expect(site.requests).toEqual(['POST ', `${method.toUpperCase()} `, 'GET ']);
});

it('is given up with its request: what is sent next goes over a new one', async () => {
  const stop = new AbortController();
  await using site = await openSite(() => stop.abort());
  await site.http.post('/first', {});
  const given = site.http.post('/second', {}, { signal: stop.signal });
  await expect(given).rejects.toMatchObject({ kind: 'outcome-unknown' });
  await site.http.post('/third', {});
  expect(site.requests).toEqual(['POST ', 'POST ', 'POST ']);
  expect(site.connections).toHaveLength(2);
});
