import net from 'node:net';
import tls from 'node:tls';
import { describe, expect, it } from 'vitest';
import { answerJson, type LocalServer, localServer } from '../../__tests__/local-server.ts';
import { rawServer } from '../../__tests__/raw-server.ts';
import { integration } from '../../__tests__/samples.ts';
import { selfSignedCertificate } from '../../__tests__/self-signed-certificate.ts';
import type { Transport } from '../../contracts.ts';
import { createHttp } from '../create-http.ts';
import { noAuth } from '../no-auth.ts';
import { systemClock } from '../system-clock.ts';
import { createWire } from './create-wire.ts';

const site = 'https://itsm.example.com';
const certificate = selfSignedCertificate('itsm.example.com');
const trusted = { ca: certificate.cert };

/** Takes CONNECT for any host, and leads it to `server`. */
const tunnelTo = (server: LocalServer, heads: string[]) =>
  rawServer(socket => {
    socket.once('data', head => {
      heads.push(head.toString('latin1'));
      const upstream = net.connect(server.port, '127.0.0.1', () => socket.write('HTTP/1.1 200 OK\r\n\r\n'));
      upstream.on('error', () => socket.destroy());
      socket.on('close', () => upstream.destroy());
      socket.pipe(upstream).pipe(socket);
    });
  });
const answering = (text: string) => rawServer(socket => void socket.once('data', () => socket.end(text)));
const httpThrough = (proxy: string, transport: Partial<Transport> = {}) =>
  createHttp(
    { baseURL: site, auth: noAuth, errorMessage: () => undefined },
    { ...integration.transport, tls: trusted, proxy, ...transport },
    systemClock,
  );

it('keeps its tunnel for the next request', async () => {
  await using server = await localServer(answerJson(200, {}), certificate);
  const heads: string[] = [];
  await using proxy = await tunnelTo(server, heads);
  const http = httpThrough(`http://127.0.0.1:${proxy.port}`);
  for (let count = 0; count < 3; count++) await http.post('/x', { count });
  expect(heads).toHaveLength(1);
  expect(server.received.map(({ body }) => body)).toEqual(['{"count":0}', '{"count":1}', '{"count":2}']);
});

it('may be one that is spoken to by TLS', async () => {
  await using server = await localServer(answerJson(200, {}), certificate);
  const heads: string[] = [];
  await using inner = await tunnelTo(server, heads);
  const front = tls.createServer(certificate, socket => {
    const beyond = net.connect(inner.port, '127.0.0.1').on('error', () => socket.destroy());
    socket.on('error', () => beyond.destroy());
    socket.pipe(beyond).pipe(socket);
  });
  await using proxy = await rawServer(socket => void front.emit('connection', socket));
  const http = httpThrough(`https://127.0.0.1:${proxy.port}`);
  for (let count = 0; count < 2; count++) await http.post('/x', { count });
  expect(heads).toHaveLength(1);
  expect(server.received.map(({ body }) => body)).toEqual(['{"count":0}', '{"count":1}']);
});

it.each([
  ['me', 'me:'],
  ['me:p%40ss', 'me:p@ss'],
  ['m%40e:p:q', 'm@e:p:q'],
])('shows the proxy its sign-in: %s', async (written, shown) => {
  await using server = await localServer(answerJson(200, {}), certificate);
  const heads: string[] = [];
  await using proxy = await tunnelTo(server, heads);
  await httpThrough(`http://${written}@127.0.0.1:${proxy.port}`).post('/x', {});
  expect(heads[0]?.toLowerCase()).toContain('proxy-authorization: basic ');
  expect(heads[0]).toContain(Buffer.from(shown).toString('base64'));
  expect(server.received[0]?.headers).not.toHaveProperty('proxy-authorization');
});

it.each([
  ['asks for a sign-in', 'HTTP/1.1 407 Proxy Authentication Required\r\ncontent-length: 0\r\n\r\n'],
  ['forbids it', 'HTTP/1.1 403 Forbidden\r\ncontent-length: 0\r\n\r\n'],
  ['cannot reach the host', 'HTTP/1.1 502 Bad Gateway\r\ncontent-length: 0\r\n\r\n'],
  ['speaks another language', 'SSH-2.0-OpenSSH_9.2\r\n'],
  ['hangs up', ''],
])('is unavailable, with nothing sent, where the proxy %s', async (_, said) => {
  await using proxy = await answering(said);
  await expect(httpThrough(`http://127.0.0.1:${proxy.port}`).post('/x', {})).rejects.toMatchObject({
    kind: 'unavailable',
    message: expect.stringContaining('could not be reached'),
  });
});

it('is unavailable where the proxy says nothing, and where nobody shakes hands at the end of the tunnel', async () => {
  await using silent = await rawServer(() => {});
  await using tunnel = await rawServer(
    socket => void socket.once('data', () => socket.write('HTTP/1.1 200 OK\r\n\r\n')),
  );
  for (const { port } of [silent, tunnel]) {
    const http = httpThrough(`http://127.0.0.1:${port}`, { connectTimeoutMs: 50, readTimeoutMs: 50 });
    await expect(http.post('/x', {})).rejects.toMatchObject({ kind: 'unavailable' });
  }
});

it('is unavailable where the sign-in of the proxy cannot be read', async () => {
  await expect(httpThrough('http://me:%zz@127.0.0.1:1').post('/x', {})).rejects.toMatchObject({ kind: 'unavailable' });
});

describe('the proxy of the environment', () => {
  const send = async (environment: NodeJS.ProcessEnv) => {
    const wire = await createWire(new URL(site), { ...integration.transport, tls: trusted }, environment);
    const request = { method: 'GET', url: new URL('/x', site), headers: {}, body: undefined };
    return wire(request, AbortSignal.timeout(5000));
  };

  it('is used', async () => {
    await using server = await localServer(answerJson(200, {}), certificate);
    const heads: string[] = [];
    await using proxy = await tunnelTo(server, heads);
    expect(await send({ HTTPS_PROXY: `http://me:secret@127.0.0.1:${proxy.port}` })).toMatchObject({ status: 200 });
    expect(heads[0]).toContain(Buffer.from('me:secret').toString('base64'));
  });

  it('that is no HTTP proxy is not spoken to, nor passed by', async () => {
    await using server = await localServer(answerJson(200, {}), certificate);
    const heads: string[] = [];
    await using proxy = await tunnelTo(server, heads);
    const given = send({ ALL_PROXY: `socks5://127.0.0.1:${proxy.port}` });
    await expect(given).rejects.toMatchObject({
      kind: 'config',
      message: expect.stringContaining('ALL_PROXY of the environment is no address of an HTTP proxy'),
    });
    expect(heads).toEqual([]);
    expect(server.received).toEqual([]);
  });

  it('is left alone where NO_PROXY says so', async () => {
    let connections = 0;
    await using proxy = await rawServer(() => connections++);
    const environment = { HTTPS_PROXY: `http://127.0.0.1:${proxy.port}`, NO_PROXY: '.example.com' };
    await expect(send(environment)).rejects.toMatchObject({ begun: false });
    expect(connections).toBe(0);
  });
});
