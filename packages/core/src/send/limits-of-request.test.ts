import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { answerJson, localServer } from '../__tests__/local-server.ts';
import { integration } from '../__tests__/samples.ts';
import type { Transport } from '../contracts.ts';
import { createHttp } from './create-http.ts';
import { noAuth } from './no-auth.ts';
import { systemClock } from './system-clock.ts';

const httpTo = (baseURL: string, transport: Partial<Transport> = {}) =>
  createHttp(
    { baseURL, auth: noAuth, errorMessage: () => undefined },
    { ...integration.transport, ...transport },
    systemClock,
  );

describe('the timeout of a request', () => {
  it.each([
    ['that is shorter', { timeout: 20 }, {}],
    ['that is longer than that of the integration', { timeout: 600_000 }, { connectTimeoutMs: 10, readTimeoutMs: 10 }],
    ['of none', { timeout: 0 }, { connectTimeoutMs: 10, readTimeoutMs: 10 }],
  ])('%s: the shorter one counts', async (_, own, transport) => {
    await using server = await localServer(() => {});
    await expect(httpTo(server.url, transport).post('/x', {}, own)).rejects.toMatchObject({
      kind: 'outcome-unknown',
      message: 'POST /x had no answer in time; the platform may have taken it.',
    });
  });
});

describe('the longest answer of a request', () => {
  it.each([
    ['that is shorter', { maxContentLength: 20 }, {}, 20],
    ['that is longer than that of the integration', { maxContentLength: 1000 }, { maxResponseBytes: 30 }, 30],
    ['of none', { maxContentLength: -1 }, { maxResponseBytes: 30 }, 30],
  ])('%s: the shorter one counts', async (_, own, transport, bytes) => {
    const long = { text: 'x'.repeat(100) };
    await using server = await localServer(answerJson(200, long));
    const message = expect.stringContaining(`longer than ${bytes} bytes`);
    await expect(httpTo(server.url, transport).get('/x', own)).rejects.toMatchObject({ kind: 'unavailable', message });
    expect((await httpTo(server.url).get('/x', { maxContentLength: 200 })).data).toEqual(long);
  });

  it('counts what is unpacked, too', async () => {
    const packed = gzipSync(JSON.stringify({ text: 'x'.repeat(1000) }));
    await using server = await localServer(answer =>
      answer.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(packed),
    );
    const given = httpTo(server.url).get('/x', { maxContentLength: packed.length });
    await expect(given).rejects.toMatchObject({ kind: 'unavailable', message: expect.stringContaining('longer than') });
  });
});
