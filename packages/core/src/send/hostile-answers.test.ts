import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerJson, localServer } from '../__tests__/local-server.ts';
import { integration } from '../__tests__/samples.ts';
import { secretHandle } from '../config/secrets/secret-handle.ts';
import { apiKeyAuth } from './api-key-auth.ts';
import { bearerAuth } from './bearer-auth.ts';
import { createHttp } from './create-http.ts';
import { systemClock } from './system-clock.ts';

const secret = (text: string) => secretHandle(async () => text);

const httpTo = (baseURL: string, auth = bearerAuth(secret('t0ken-of-ours')), headers = {}) =>
  createHttp(
    { baseURL, auth, headers, errorMessage: () => undefined },
    { ...integration.transport, maxResponseBytes: 1_000_000 },
    systemClock,
  );

describe('an answer that is made to do harm', () => {
  it('is given up where it grows beyond the cap once it is unpacked', async () => {
    const bomb = gzipSync(Buffer.alloc(50_000_000, ' '));
    await using server = await localServer(answer =>
      answer.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(bomb),
    );
    expect(bomb.byteLength).toBeLessThan(100_000);
    await expect(httpTo(server.url).get('/x')).rejects.toMatchObject({
      kind: 'unavailable',
      message: expect.stringContaining('1000000'),
    });
  });

  it.each([200, 400])('is read, or refused with words, however deep it is nested (%i)', async status => {
    const deep = `${'['.repeat(400_000)}${']'.repeat(400_000)}`;
    await using server = await localServer(answer =>
      answer.writeHead(status, { 'Content-Type': 'application/json' }).end(deep),
    );
    const end = await httpTo(server.url)
      .get('/x')
      .then(
        ({ data }) => Array.isArray(data),
        ({ kind }) => kind,
      );
    expect(end).toBe(status === 200 ? true : 'rejected');
  });

  it('changes no prototype', async () => {
    const text = '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}';
    await using server = await localServer(answer =>
      answer.writeHead(200, { 'Content-Type': 'application/json' }).end(text),
    );
    const { data } = await httpTo(server.url).get('/x');
    expect(JSON.stringify(data)).toBe(text);
    expect(Reflect.get({}, 'polluted')).toBeUndefined();
  });

  it.each([301, 302, 303, 307, 308])('%i sends nothing to where it points, least of all a credential', async status => {
    await using elsewhere = await localServer(answerJson(200, {}));
    await using server = await localServer(answer =>
      answer.writeHead(status, { Location: `${elsewhere.url}/latest/meta-data/` }).end(),
    );
    const http = httpTo(server.url);
    await expect(http.get('/x')).rejects.toMatchObject({ kind: 'config', status });
    await expect(http.post('/x', { a: 1 })).rejects.toMatchObject({ kind: 'config', status });
    expect(server.received).toHaveLength(2);
    expect(elsewhere.received).toEqual([]);
  });
});

describe('a header cannot be made of a value', () => {
  const inject = 'abc\r\nX-Injected: 1';

  it.each([
    ['a token', bearerAuth(secret(inject)), {}],
    ['an API key', apiKeyAuth('x-api-key', secret(inject)), {}],
    ['a header of a plugin', bearerAuth(secret('t')), { 'X-Plugin': inject }],
  ])('in %s: nothing is sent, and the error does not repeat it', async (_, auth, headers) => {
    await using server = await localServer(answerJson(200, {}));
    const error = await httpTo(server.url, auth, headers)
      .get('/x')
      .then(
        () => undefined,
        (thrown: Error) => thrown,
      );
    expect(server.received.filter(({ headers: sent }) => 'x-injected' in sent)).toEqual([]);
    expect(error?.message ?? '').not.toMatch(/Injected|\n/);
  });
});
