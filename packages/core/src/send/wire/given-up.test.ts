import { once } from 'node:events';
import type net from 'node:net';
import { expect, it } from 'vitest';
import { rawServer } from '../../__tests__/raw-server.ts';
import { integration } from '../../__tests__/samples.ts';
import { createHttp } from '../create-http.ts';
import { noAuth } from '../no-auth.ts';
import { systemClock } from '../system-clock.ts';

/** Longer than any test: what ends here is ended with its request. */
const connectTimeoutMs = 600_000;

/** A server that says as much, and then nothing; and a way to it, or through it, that will never stand. */
async function openSite(says?: string) {
  const opened = Promise.withResolvers<net.Socket>();
  const server = await rawServer(socket => {
    socket.once('data', () => {
      if (says !== undefined) socket.write(says);
    });
    // The handshake in a tunnel comes after the answer to CONNECT.
    const begins = says === undefined ? 1 : 2;
    let count = 0;
    socket.on('data', () => ++count === begins && opened.resolve(socket));
  });
  const httpBy = (baseURL: string, proxy?: string) =>
    createHttp(
      { baseURL, auth: noAuth, errorMessage: () => undefined },
      { ...integration.transport, connectTimeoutMs, proxy },
      systemClock,
    );
  return {
    opened: opened.promise,
    port: server.port,
    httpBy,
    [Symbol.asyncDispose]: () => server[Symbol.asyncDispose](),
  };
}

const tunnel = 'HTTP/1.1 200 OK\r\n\r\n';

it.each([
  ['the handshake', undefined, (port: number) => [`https://127.0.0.1:${port}`]],
  ['the answer of a proxy', undefined, (port: number) => ['https://itsm.example.com', `http://127.0.0.1:${port}`]],
  [
    'the handshake with a proxy',
    undefined,
    (port: number) => ['https://itsm.example.com', `https://127.0.0.1:${port}`],
  ],
  ['the handshake in a tunnel', tunnel, (port: number) => ['https://itsm.example.com', `http://127.0.0.1:${port}`]],
] as const)('a connection that waits for %s ends with the request that its caller gives up', async (_, says, to) => {
  await using site = await openSite(says);
  const [baseURL = '', proxy] = to(site.port);
  const stop = new AbortController();
  const given = site.httpBy(baseURL, proxy).post('/x', {}, { signal: stop.signal });
  const closed = site.opened.then(socket => once(socket, 'close'));
  await site.opened;
  stop.abort();
  await expect(given).rejects.toMatchObject({ kind: 'cancelled' });
  await closed;
});

it('a connection that does not stand in the time of its request ends with it', async () => {
  await using site = await openSite();
  const given = site.httpBy(`https://127.0.0.1:${site.port}`).post('/x', {}, { timeout: 50 });
  const closed = site.opened.then(socket => once(socket, 'close'));
  await expect(given).rejects.toMatchObject({ kind: 'unavailable' });
  await closed;
});
