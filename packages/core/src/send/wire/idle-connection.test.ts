import { once } from 'node:events';
import type net from 'node:net';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { rawServer } from '../../__tests__/raw-server.ts';
import { integration } from '../../__tests__/samples.ts';
import { createHttp } from '../create-http.ts';
import { noAuth } from '../no-auth.ts';
import { systemClock } from '../system-clock.ts';

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** Once nothing is on a connection any more, the one timer that is left is that of its end. */
const idle = async () => {
  while (vi.getTimerCount() === 0) await new Promise(resolve => setImmediate(resolve));
  expect(vi.getTimerCount()).toBe(1);
};

it.each([
  ['15 s, where the server says nothing of it', '', 15_000],
  ['15 s, where the server would keep it for an hour', 'Keep-Alive: timeout=3600\r\n', 15_000],
  ['two seconds less than the server says', 'Keep-Alive: timeout=5\r\n', 3000],
])('a connection is kept for %s', async (_, header, ms) => {
  const connections: net.Socket[] = [];
  await using server = await rawServer(socket => {
    connections.push(socket);
    socket.on('data', () => socket.write(`HTTP/1.1 200 OK\r\n${header}content-length: 0\r\n\r\n`));
  });
  const config = { baseURL: `http://127.0.0.1:${server.port}`, auth: noAuth, errorMessage: () => undefined };
  const http = createHttp(config, integration.transport, systemClock);

  await http.post('/first', {});
  await idle();
  vi.advanceTimersByTime(ms - 1);
  await http.post('/second', {});
  expect(connections).toHaveLength(1);

  await idle();
  const ended = Promise.all(connections.map(socket => once(socket, 'end')));
  vi.advanceTimersByTime(ms);
  await ended;
  await http.post('/third', {});
  expect(connections).toHaveLength(2);
});
