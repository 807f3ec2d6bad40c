import { once } from 'node:events';
import { connect } from 'node:net';
import { Hono } from 'hono';
import { expect, it } from 'vitest';
import { frameReader } from '../client/frame-reader.ts';
import { openDesk } from './__tests__/event-desk.ts';
import { openClient } from './__tests__/open-client.ts';

const heartbeatMs = 15_000;
const payload = 'x'.repeat(40_000);

it('a client that stops reading costs what one chunk costs, is cut, and is caught up when it comes back', async () => {
  const sockets: { readonly writableLength: number; readonly destroyed: boolean }[] = [];
  const app = new Hono<{ Bindings: { outgoing: (typeof sockets)[number] } }>().use(async ({ env }, next) => {
    sockets.push(env.outgoing);
    await next();
  });
  await using desk = await openDesk({ app: app as unknown as Hono });
  const slow = connect(desk.port, '127.0.0.1');
  slow.write('GET /events?after=0 HTTP/1.1\r\nhost: x\r\n\r\n');
  await once(slow, 'readable');
  const quick = await openClient(`${desk.url}?after=0`);
  let count = 0;
  const happen = async () => {
    count += 40;
    await desk.happen(...Array.from({ length: 40 }, () => ({ payload })));
    expect((await quick.ids(count)).length).toBe(count);
  };
  // Until the buffers of the machine are full, and then more than may go past it.
  const [stuck] = sockets;
  while ((stuck?.writableLength ?? 0) < 65_536) await happen();
  await happen();

  // Node takes 64 KiB before it says that a socket is full; the chunk with which it is comes on top.
  expect(stuck?.writableLength).toBeGreaterThan(payload.length);
  expect(stuck?.writableLength).toBeLessThan(65_536 + 1.1 * payload.length);

  const closed = once(slow, 'close');
  slow.on('error', () => {});
  desk.pass(heartbeatMs);
  await quick.until('\n:\n');
  expect(stuck?.destroyed).toBe(false);
  desk.pass(heartbeatMs);
  await expect.poll(() => stuck?.destroyed, { interval: 5 }).toBe(true);

  // What the kernel had taken may still arrive; from there on the log goes on.
  const read = frameReader();
  const had: string[] = [];
  slow.setEncoding('utf8').on('data', (text: unknown) => had.push(...idsIn(read, String(text))));
  await closed;
  const last = Number(had.at(-1) ?? 0);
  expect(last).toBeLessThan(count);
  const back = await openClient(desk.url, { 'last-event-id': String(last) });
  expect((await back.ids(count - last)).at(-1)).toBe(String(count));
});

/** Of a raw answer: the lines of HTTP's chunks are members that nobody knows. */
const idsIn = (read: ReturnType<typeof frameReader>, text: string) =>
  read(text).flatMap(({ id, data }) => (id !== undefined && data !== undefined ? [id] : []));
