import { once } from 'node:events';
import net from 'node:net';
import { expect, it } from 'vitest';
import { answerJson, localServer } from '../../__tests__/local-server.ts';
import { rawServer } from '../../__tests__/raw-server.ts';
import { integration } from '../../__tests__/samples.ts';
import { selfSignedCertificate } from '../../__tests__/self-signed-certificate.ts';
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
  const certificate = selfSignedCertificate();
  await using server = await localServer(answerJson(200, {}), certificate);
  const [waits, mayGoOn] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()];
  await using gate = await rawServer(async socket => {
    socket.pause();
    waits.resolve();
    await mayGoOn.promise;
    const beyond = net.connect(server.port, '127.0.0.1').on('error', () => socket.destroy());
    socket.pipe(beyond).pipe(socket);
  });
  const http = httpTo(`https://127.0.0.1:${gate.port}`, { tls: { ca: certificate.cert } });
  const stop = new AbortController();
  const given = http.post('/given-up', {}, { signal: stop.signal });
  await waits.promise;
  stop.abort();
  await expect(given).rejects.toMatchObject({
    kind: 'cancelled',
    message: 'POST /given-up was cancelled before it was sent.',
  });
  mayGoOn.resolve();
  await http.post('/wanted', {});
  expect(server.received.map(({ path }) => path)).toEqual(['/wanted']);
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
