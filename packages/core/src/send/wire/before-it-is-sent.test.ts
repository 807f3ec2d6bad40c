import { once } from 'node:events';
import { expect, it } from 'vitest';
import { answerJson, localServer } from '../../__tests__/local-server.ts';
import { rawServer } from '../../__tests__/raw-server.ts';
import { integration } from '../../__tests__/samples.ts';
import { createHttp } from '../create-http.ts';
import { noAuth } from '../no-auth.ts';
import { systemClock } from '../system-clock.ts';

const httpTo = (baseURL: string, transport = {}) =>
  createHttp(
    { baseURL, auth: noAuth, errorMessage: () => undefined },
    { ...integration.transport, ...transport },
    systemClock,
  );

it('a write that its caller gives up while it waits for a connection: cancelled, and nothing goes out later', async () => {
  const received: string[] = [];
  const arrived = Promise.withResolvers<void>();
  // Never shakes hands.
  await using server = await rawServer(socket => {
    socket.on('data', bytes => {
      received.push(bytes.toString('latin1'));
      arrived.resolve();
    });
  });
  const stop = new AbortController();
  const given = httpTo(`https://127.0.0.1:${server.port}`).post('/x', {}, { signal: stop.signal });
  await arrived.promise;
  stop.abort();
  await expect(given).rejects.toMatchObject({
    kind: 'cancelled',
    message: 'POST /x was cancelled before it was sent.',
  });
});

it.each([
  ['a host that no name server knows', 'https://nowhere.invalid'],
  ['a port that nobody listens at', 'https://127.0.0.1:1'],
])('a write to %s: unavailable', async (_, baseURL) => {
  await expect(httpTo(baseURL).post('/x', {})).rejects.toMatchObject({
    kind: 'unavailable',
    message: expect.stringContaining('could not be reached'),
  });
});

it.each([
  ['transfer-encoding', 'chunked'],
  ['expect', '100-continue'],
  ['content-length', '8'],
  ['content-length', 'seven'],
  ['x y', 'no token'],
])('a write with a header that cannot be (%s: %s): config, since no retry would help', async (name, value) => {
  await using server = await localServer(answerJson(200, {}));
  const given = httpTo(server.url).post('/x', { a: 1 }, { headers: { [name]: value } });
  await expect(given).rejects.toMatchObject({ kind: 'config', message: expect.stringContaining('was not sent') });
  expect(server.received).toEqual([]);
});

it('a write to a server that hangs up at once, which may have read it: unknown, and not sent again', async () => {
  const connections: unknown[] = [];
  await using server = await rawServer(socket => {
    connections.push(once(socket, 'close'));
    socket.once('data', () => socket.resetAndDestroy());
  });
  const given = httpTo(`http://127.0.0.1:${server.port}`).post('/x', {});
  await expect(given).rejects.toMatchObject({ kind: 'outcome-unknown' });
  await Promise.all(connections);
  expect(connections).toHaveLength(1);
});
