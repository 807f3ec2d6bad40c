import type net from 'node:net';
import { describe, expect, it } from 'vitest';
import { rawServer } from '../../__tests__/raw-server.ts';
import { integration } from '../../__tests__/samples.ts';
import { createHttp } from '../create-http.ts';
import { noAuth } from '../no-auth.ts';
import { systemClock } from '../system-clock.ts';

const json = 'content-type: application/json\r\n';
const whole = (body: string) => `HTTP/1.1 200 OK\r\n${json}content-length: ${body.length}\r\n\r\n${body}`;

/** A platform that answers the requests of all connections one after the other by these texts. */
async function openSite(answers: readonly ((socket: net.Socket) => void)[]) {
  let requests = 0;
  const server = await rawServer(socket => {
    socket.on('data', () => answers[requests++]?.(socket));
  });
  const config = { baseURL: `http://127.0.0.1:${server.port}`, auth: noAuth, errorMessage: () => undefined };
  const http = createHttp(config, integration.transport, systemClock);
  return { http, requests: () => requests, [Symbol.asyncDispose]: () => server[Symbol.asyncDispose]() };
}
const says = (text: string) => (socket: net.Socket) => void socket.write(text);
const endsWith = (text: string) => (socket: net.Socket) => void socket.end(text);

describe('an answer', () => {
  it.each([
    ['that ends with its connection', endsWith(`HTTP/1.1 200 OK\r\n${json}\r\n{"a":1}`)],
    ['by HTTP/1.0', endsWith(`HTTP/1.0 200 OK\r\n${json}\r\n{"a":1}`)],
    [
      'in chunks',
      says(`HTTP/1.1 200 OK\r\n${json}transfer-encoding: chunked\r\n\r\n3\r\n{"a\r\n4\r\n":1}\r\n0\r\n\r\n`),
    ],
    ['after early hints', says(`HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\n${whole('{"a":1}')}`)],
    ['with a mark of its byte order', says(whole('\u00ef\u00bb\u00bf{"a":1}'))],
  ])('%s is taken', async (_, answer) => {
    const written = (socket: net.Socket) => {
      socket.setDefaultEncoding('latin1');
      answer(socket);
    };
    await using site = await openSite([written]);
    expect((await site.http.post('/x', {})).data).toEqual({ a: 1 });
  });

  it.each([
    ['that breaks off in a chunk', 200, `HTTP/1.1 200 OK\r\n${json}transfer-encoding: chunked\r\n\r\n9\r\n{"a"`],
    [
      'that breaks off before the last chunk',
      200,
      `HTTP/1.1 200 OK\r\n${json}transfer-encoding: chunked\r\n\r\n2\r\n{}\r\n`,
    ],
    ['that breaks off in its headers', undefined, `HTTP/1.1 200 OK\r\n${json}`],
    ['of which only 103 came', undefined, 'HTTP/1.1 103 Early Hints\r\n\r\n'],
    ['in another language', undefined, 'SSH-2.0-OpenSSH_9.2\r\n\r\n'],
    ['with two lengths', undefined, `HTTP/1.1 200 OK\r\n${json}content-length: 2\r\ncontent-length: 3\r\n\r\n{}`],
    ['with headers without end', undefined, `HTTP/1.1 200 OK\r\nx-long: ${'x'.repeat(100_000)}\r\n\r\n`],
    [
      'that changes the protocol',
      undefined,
      'HTTP/1.1 101 Switching Protocols\r\nupgrade: x\r\nconnection: upgrade\r\n\r\n',
    ],
  ])('%s leaves a doubt behind, and nothing is sent again', async (_, status, text) => {
    await using site = await openSite([endsWith(text), says(whole('{}'))]);
    await expect(site.http.post('/x', {})).rejects.toMatchObject({ kind: 'outcome-unknown', status });
    expect(site.requests()).toBe(1);
  });

  it('with two waits, of a gateway and of the platform behind it, asks for the longer one', async () => {
    const waits = 'retry-after: 1\r\nRetry-After: 20\r\nretry-after: 2\r\n';
    await using site = await openSite([says(`HTTP/1.1 429 Too Many Requests\r\n${waits}content-length: 0\r\n\r\n`)]);
    await expect(site.http.post('/x', {})).rejects.toMatchObject({ kind: 'rate-limited', retryAfterMs: 20_000 });
  });

  it('that is two is one: the next request does not get the other', async () => {
    await using site = await openSite([says(whole('{"of":1}') + whole('{"of":"nobody"}')), says(whole('{"of":2}'))]);
    expect((await site.http.post('/first', {})).data).toEqual({ of: 1 });
    expect((await site.http.post('/second', {})).data).toEqual({ of: 2 });
  });
});
