import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { localServer } from '../../__tests__/local-server.ts';
import { integration } from '../../__tests__/samples.ts';
import { createHttp } from '../create-http.ts';
import { noAuth } from '../no-auth.ts';
import { systemClock } from '../system-clock.ts';

const maxResponseBytes = 1_000_000;
const result = { result: [{ number: 'INC0010001', short_description: 'Überlast' }] };
const json = JSON.stringify(result);

async function asked(encoding: string, body: Buffer, status = 200) {
  await using server = await localServer(answer =>
    answer.writeHead(status, { 'Content-Type': 'application/json', 'Content-Encoding': encoding }).end(body),
  );
  const config = { baseURL: server.url, auth: noAuth, errorMessage: () => 'words of the platform' };
  const http = createHttp(config, { ...integration.transport, maxResponseBytes }, systemClock);
  const end = await http.post('/x', {}).catch((error: unknown) => error);
  return { end, sent: server.received[0]?.headers };
}

const ways = [
  ['gzip', 'gzip', gzipSync],
  ['gzip by its old name', 'x-gzip', gzipSync],
  ['in capitals', 'GZIP', gzipSync],
  ['deflate', 'deflate', deflateSync],
  ['deflate without its header', 'deflate', deflateRawSync],
  ['brotli', 'br', brotliCompressSync],
] as const;

describe.each(ways)('an answer in %s', (_, encoding, pack) => {
  it('is asked for, and unpacked', async () => {
    const { end, sent } = await asked(encoding, pack(json));
    expect(end).toMatchObject({ data: result });
    expect(sent?.['accept-encoding']).toBe('gzip, deflate, br');
  });

  it('is given up where it grows beyond the cap', async () => {
    const bomb = pack(Buffer.alloc(50_000_000, ' '));
    expect(bomb.byteLength).toBeLessThan(100_000);
    const { end } = await asked(encoding, bomb);
    expect(end).toMatchObject({ kind: 'outcome-unknown', status: 200, message: expect.stringContaining('1000000') });
  });

  it('is no answer where it breaks off: the platform may have taken the write', async () => {
    const whole = pack(json);
    const { end } = await asked(encoding, whole.subarray(0, whole.length / 2));
    expect(end).toMatchObject({ kind: 'outcome-unknown', status: 200 });
  });
});

it('is judged by its status all the same where it refuses', async () => {
  const { end } = await asked('gzip', gzipSync('{}'), 400);
  expect(end).toMatchObject({ kind: 'rejected', message: 'words of the platform' });
});

it('is given up where it is over the cap as it comes', async () => {
  const { end } = await asked('gzip', Buffer.alloc(maxResponseBytes + 1));
  expect(end).toMatchObject({ kind: 'outcome-unknown', message: expect.stringContaining('1000000') });
});

it.each([
  ['what it does not begin as', 'gzip', Buffer.from(json)],
  ['an encoding that nobody asked for', 'exi', Buffer.from([1, 2, 3])],
])('is no JSON in %s', async (_, encoding, body) => {
  expect((await asked(encoding, body)).end).toMatchObject({ kind: 'outcome-unknown', status: 200 });
});

it('may be empty', async () => {
  expect((await asked('gzip', Buffer.alloc(0))).end).toMatchObject({ status: 200, data: undefined });
});
