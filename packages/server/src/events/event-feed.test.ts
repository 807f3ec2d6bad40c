import { createMemoryLedger, systemClock } from '@itsm-bridge/core';
import { expect, it } from 'vitest';
import { newEvent } from './__tests__/event-desk.ts';
import { eventFeed } from './event-feed.ts';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** A client that is read by hand, heartbeats that come when they are told to, and a log that may be slow. */
function setUp() {
  const { eventLog: log, append } = createMemoryLedger({ clock: systemClock });
  let slow: Promise<void> | undefined;
  const eventLog = {
    ...log,
    async page(after: bigint, limit: number) {
      await slow;
      return log.page(after, limit, { environment: 'TEST' });
    },
  };
  let beats = () => {};
  const sleep = (_: number, signal: AbortSignal) =>
    new Promise<void>((resolve, reject) => {
      beats = resolve;
      signal.addEventListener('abort', () => reject(signal.reason));
    });
  const { signal } = new AbortController();
  const times = { heartbeatMs: 15_000, retryMs: 2_000, pollMs: 5_000 };
  const feed = eventFeed({ log: eventLog, clock: { sleep }, ...times, backlogBytes: 1_000_000, signal });
  let cut = 0;
  const reader = feed.stream({ after: 0n, cut: () => void cut++ }).getReader();
  const beat = async () => {
    beats();
    await new Promise(setImmediate);
  };
  const slowDown = () => {
    const { promise, resolve } = Promise.withResolvers<void>();
    slow = promise;
    return () => {
      slow = undefined;
      resolve();
    };
  };
  return { feed, beat, slowDown, reader, read: async () => text((await reader.read()).value), append, cuts: () => cut };
}

it('a client that takes nothing for three heartbeats is cut, however little waits for it', async () => {
  const { feed, beat, read, append, cuts } = setUp();
  await append(newEvent());
  expect(await read()).toContain('retry');
  await beat();
  await beat();
  expect([cuts(), feed.size]).toEqual([0, 1]);
  await beat();
  expect([cuts(), feed.size]).toEqual([1, 0]);
});

it('a client that is slow and takes something is not', async () => {
  const { feed, beat, read, append, cuts } = setUp();
  await read();
  for (let id = 1; id < 4; id++) {
    await append(newEvent());
    await beat();
    await beat();
    expect(await read()).toContain(`id: ${id}\n`);
  }
  expect([cuts(), feed.size]).toEqual([0, 1]);
});

it('a client that comes when the last one has just left is not ended with it', async () => {
  const { feed, slowDown, reader, read, append } = setUp();
  const goOn = slowDown();
  await read();
  await reader.cancel();
  const next = feed.stream({ after: 0n }).getReader();
  await next.read();
  await append(newEvent());
  goOn();
  expect(text((await next.read()).value)).toContain('id: 1\n');
  await append(newEvent());
  expect(text((await next.read()).value)).toContain('id: 2\n');
  expect(feed.size).toBe(1);
});
