import { setTimeout as sleep } from 'node:timers/promises';
import type { EventHouse, Happening, Usage } from './event-house.ts';
import { type Crowd, gatherCrowd } from './gather-crowd.ts';

export interface ManyClients {
  /** What somebody had out of order, twice, or not at all. */
  readonly wrong: readonly string[];
  readonly before: Usage;
  readonly connected: Usage;
  readonly after: Usage;
  readonly seconds: number;
}

/** A crowd on one process, and events that each of them gets. */
export async function manyClients(house: EventHouse, clients: number, events: Happening): Promise<ManyClients> {
  const before = await house.usage();
  await using crowd = await gatherCrowd({ port: house.port, clients, path: '/events' });
  const connected = await house.usage();
  const from = performance.now();
  const [, wrong] = await Promise.all([house.happen(events), crowd.ask({ kind: 'expect', last: events.count })]);
  const seconds = (performance.now() - from) / 1000;
  return { wrong, before, connected, after: await house.usage(), seconds };
}

export interface Stuck {
  readonly before: Usage;
  /** The most that it held while they did not read, of a few looks. */
  readonly stuck: Usage;
}

export interface ManyStuck extends Stuck {
  /** Once all of them are cut. */
  readonly cut: Usage;
}

const looks = 10;

/** A crowd that connects and then does not read, whatever happens. It is cut after a few heartbeats. */
export async function manyStuck(house: EventHouse, clients: number, events: Happening): Promise<ManyStuck> {
  await using crowd = await gatherCrowd({ port: house.port, clients, path: '/events' });
  const held = await whileStuck(house, crowd, events);
  // Cut after three heartbeats; a connection that is closed says so to those who read.
  await sleep(house.heartbeatMs * 4);
  await crowd.ask({ kind: 'read-on' });
  await crowd.ask({ kind: 'closed' });
  return { ...held, cut: await house.usage() };
}

/** The part of it before they are cut. */
export async function whileStuck(house: EventHouse, crowd: Crowd, events: Happening): Promise<Stuck> {
  await crowd.ask({ kind: 'stop-reading' });
  const before = await house.usage();
  let stuck = before;
  for (let look = 0; look < looks; look++) {
    await house.happen({ ...events, count: events.count / looks });
    const now = await house.usage();
    if (now.heldMb > stuck.heldMb) stuck = now;
  }
  return { before, stuck };
}
