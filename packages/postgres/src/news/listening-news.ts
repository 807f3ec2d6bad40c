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
 * News from all processes, over LISTEN. Begins to listen when somebody waits for the first time, to what is waited for, and
 * goes on through lost connections; after each one everybody is woken, since nobody knows what was missed.
 */
export function createListeningNews({ schema, connect, checkMs = 10_000 }: ListeningOptions): News {
  const local = createLocalNews();
  const closing = new AbortController();
  const topics = new Set<Topic>();
  const channels = new Set<string>();
  let listener: Client | undefined;
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
      // One that is added meanwhile comes as well.
      for (const channel of channels) await client.query(`listen "${channel}"`);
      listener = client;
      for (const topic of topics) local.ring(topic);
      while (!closing.signal.aborted) {
        const ended = await Promise.race([lost.then(() => true), pause(checkMs).then(() => false)]);
        if (ended || !(await answers(client, checkMs))) return true;
      }
      return true;
    } catch {
      return false;
    } finally {
      listener = undefined;
      void client.end().catch(() => {});
    }
  };
  const pause = (ms: number) => sleep(ms, undefined, { signal: closing.signal, ref: false }).catch(() => {});
  const hear = (topic: Topic) => {
    topics.add(topic);
    const channel = channelOf(schema, topic);
    if (channels.has(channel)) return;
    channels.add(channel);
    // Where that fails the connection is lost, and the next one listens to all of them.
    void listener?.query(`listen "${channel}"`).then(
      () => local.ring(topic),
      () => {},
    );
  };
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
      hear(topic);
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
