import { setTimeout as sleep } from 'node:timers/promises';
import type { ItsmEvent } from '@itsm-bridge/core';
import { createPostgresLedger } from '@itsm-bridge/postgres';
import { eventRoutes, type Listening, listen } from '@itsm-bridge/server';
import { followEvents } from '@itsm-bridge/server/client';
import type { World } from '../world/world.ts';

/** What was heard of what happened. */
export interface Heard {
  /** The ids that are on record. */
  readonly recorded: readonly string[];
  /** What each client had, in the order in which it had them. */
  readonly clients: readonly (readonly string[])[];
}

/** Two servers on the ledger of a world, and clients of both. */
export interface Watch {
  /** One of the servers is gone; its clients go on with the other. */
  loseServer(): Promise<void>;
  /** Ends it, once so many tickets are on record. */
  heard(tickets: number): Promise<Heard>;
}

const clientsOfEach = 2;

export async function watchEvents(world: World): Promise<Watch> {
  const [first, second] = [await serve(world), await serve(world)];
  const start = await world.ledger.eventLog.lastId();
  const clients = Array.from({ length: clientsOfEach * 2 }, () => [] as string[]);
  const stop = new AbortController();
  let lost = false;
  const following = clients.map(async (ids, n) => {
    const events = followEvents({
      ...{ url: '/events', after: String(start), signal: stop.signal },
      // As behind one address: who loses the first server is led to the second.
      fetch: (path, init) =>
        fetch(`http://127.0.0.1:${n < clientsOfEach && !lost ? first.port : second.port}${path}`, init),
    });
    for await (const { id } of events) ids.push(id);
  });
  return {
    async loseServer() {
      lost = true;
      await first[Symbol.asyncDispose]();
    },
    async heard(tickets) {
      let events = await readAll(world, start);
      // On a busy machine an answer comes too late, and the ticket is found.
      const withTicket = () => events.filter(({ type }) => type === 'ticket-created' || type === 'ticket-found');
      while (new Set(withTicket().map(({ key }) => key)).size < tickets) {
        await sleep(50);
        events = await readAll(world, start);
      }
      const recorded = events.map(({ id }) => String(id));
      const last = events.at(-1)?.id ?? start;
      // Whoever misses nothing arrives there, or beyond.
      while (clients.some(ids => BigInt(ids.at(-1) ?? 0) < last)) await sleep(50);
      stop.abort();
      await Promise.all(following);
      if (!lost) await first[Symbol.asyncDispose]();
      await second[Symbol.asyncDispose]();
      return { recorded, clients: clients.map(ids => ids.filter(id => BigInt(id) <= last)) };
    },
  };
}

/** With a ledger of its own, as another process has. */
async function serve({ postgres, environment }: World): Promise<Omit<Listening, 'close'>> {
  const ledger = await createPostgresLedger({ url: postgres.url() });
  const { eventLog: log } = ledger;
  const eventLog = { ...log, page: (after: bigint, limit: number) => log.page(after, limit, { environment }) };
  const server = await listen(eventRoutes({ itsm: { eventLog } }), 0);
  return {
    port: server.port,
    async [Symbol.asyncDispose]() {
      await server[Symbol.asyncDispose]();
      await ledger.close();
    },
  };
}

async function readAll({ ledger }: World, start: bigint): Promise<readonly ItsmEvent[]> {
  const events: ItsmEvent[] = [];
  for (;;) {
    const page = await ledger.eventLog.since(events.at(-1)?.id ?? start, 500);
    if (page.length === 0) return events;
    events.push(...page);
  }
}
