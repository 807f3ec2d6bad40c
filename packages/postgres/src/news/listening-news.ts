import { setTimeout as sleep } from 'node:timers/promises';
import type { Client } from 'pg';
import { createLocalNews } from './local-news.ts';
import { channelOf, type News, type Topic } from './news.ts';

export interface ListeningOptions {
  readonly schema: string;
  /** A connection of its own, not opened yet: LISTEN belongs to a session. */
  connect(): Client;
  /** Between two checks that the connection still answers: one that is half open is silent without an error. @default 10_000 */
  readonly checkMs?: number;
}

const firstPauseMs = 250;
const longestPauseMs = 10_000;

/**
 * News from all processes, over LISTEN. Begins to listen when somebody waits for the first time, and goes on through lost
 * connections; after each one everybody is woken, since nobody knows what was missed.
 */
export function createListeningNews({ schema, connect, checkMs = 10_000 }: ListeningOptions): News {
  const local = createLocalNews();
  const closing = new AbortController();
  const topics = new Set<Topic>();
  let listening: Promise<void> | undefined;

  /** @returns whether it has listened, before the connection was lost. */
  const listenOnce = async (): Promise<boolean> => {
    const client = connect();
    const lost = new Promise<void>(resolve => {
      client.on('error', () => resolve());
      client.on('end', () => resolve());
    });
    try {
      await client.connect();
      client.on('notification', ({ payload }) => {
        if (payload) local.ring(payload as Topic);
      });
      await client.query(`listen "${channelOf(schema)}"`);
      for (const topic of topics) local.ring(topic);
      while (!closing.signal.aborted) {
        const ended = await Promise.race([lost.then(() => true), pause(checkMs).then(() => false)]);
        if (ended || !(await answers(client, checkMs))) return true;
      }
      return true;
    } catch {
      return false;
    } finally {
      void client.end().catch(() => {});
    }
  };
  const pause = (ms: number) => sleep(ms, undefined, { signal: closing.signal, ref: false }).catch(() => {});
  const listen = async () => {
    let pauseMs = firstPauseMs;
    while (!closing.signal.aborted) {
      const listened = await listenOnce();
      if (listened) pauseMs = firstPauseMs;
      await pause(pauseMs);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
    }
  };

  return {
    ring: local.ring,
    wait(topic, ms, signal) {
      topics.add(topic);
      listening ??= listen();
      return local.wait(topic, ms, signal);
    },
    async close() {
      closing.abort();
      await local.close();
      await listening;
    },
  };
}

async function answers(client: Client, withinMs: number): Promise<boolean> {
  const late = sleep(withinMs, false, { ref: false });
  return Promise.race([
    client.query('select 1').then(
      () => true,
      () => false,
    ),
    late,
  ]);
}
