import { createMemoryLedger, systemClock } from '@itsm-bridge/core';
import { expect, it } from 'vitest';
import { newEvent } from './__tests__/event-desk.ts';
import { eventFeed } from './event-feed.ts';

const text = (bytes: Uint8Array | undefined) => new TextDecoder().decode(bytes);

/** A client that is read by hand, and heartbeats that come when they are told to. */
function setUp() {
  const { eventLog: log, append } = createMemoryLedger({ clock: systemClock });
  const eventLog = { ...log, page: (after: bigint, limit: number) => log.page(after, limit, { environment: 'TEST' }) };
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
  return { feed, beat, reader, read: async () => text((await reader.read()).value), append, cuts: () => cut };
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
