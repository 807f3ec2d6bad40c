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
  /**
   * Told that a LISTEN has failed, once until one succeeds: it is tried again, and whoever waits looks by itself meanwhile. A
   * server that takes no connection is no news of ours: every statement says so.
   */
  onDeaf(error: unknown): void;
}

/** A connection that listens. */
interface Ear {
  readonly client: Client;
  /** Gives it up: the next one listens to all that is waited for. */
  lose(): void;
}

const firstPauseMs = 250;
const longestPauseMs = 10_000;

/**
 * News from all processes, over LISTEN. Begins to listen when somebody waits for the first time, to what is waited for, and
 * goes on through lost connections; after each one everybody is woken, since nobody knows what was missed.
 */
export function createListeningNews({ schema, connect, checkMs = 10_000, onDeaf }: ListeningOptions): News {
  const local = createLocalNews();
  const closing = new AbortController();
  const topics = new Set<Topic>();
  const channels = new Set<string>();
  let ear: Ear | undefined;
  let isDeaf = false;
  let listening: Promise<void> | undefined;

  /** @throws Error it is refused, or not answered */
  const listenTo = async (client: Client, channel: string) => {
    try {
      await answered(client.query(`listen "${channel}"`), checkMs);
    } catch (error) {
      if (!isDeaf && !closing.signal.aborted) onDeaf(error);
      isDeaf = true;
      throw error;
    }
  };
  /** @returns whether it has listened, before the connection was lost. */
  const listenOnce = async (): Promise<boolean> => {
    const client = connect();
    const { promise: lost, resolve: lose } = Promise.withResolvers<void>();
    client.on('error', () => lose());
    client.on('end', () => lose());
    try {
      await client.connect();
      client.on('notification', ({ payload }) => {
        if (payload) local.ring(payload as Topic);
      });
      // One that is added meanwhile comes as well.
      for (const channel of channels) await listenTo(client, channel);
      ear = { client, lose };
      isDeaf = false;
      for (const topic of topics) local.ring(topic);
      while (!closing.signal.aborted) {
        const ended = await Promise.race([lost.then(() => true), pause(checkMs).then(() => false)]);
        if (ended) return true;
        await answered(client.query('select 1'), checkMs);
      }
      return true;
    } catch {
      return ear !== undefined;
    } finally {
      ear = undefined;
      void client.end().catch(() => {});
    }
  };
  const pause = (ms: number) => sleep(ms, undefined, { signal: closing.signal, ref: false }).catch(() => {});
  const hear = (topic: Topic) => {
    topics.add(topic);
    const channel = channelOf(schema, topic);
    if (channels.has(channel)) return;
    channels.add(channel);
    const current = ear;
    if (current === undefined) return;
    void listenTo(current.client, channel).then(() => local.ring(topic), current.lose);
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

/** @throws Error what was asked failed, or has no answer within that: a connection that is half open is silent */
async function answered(asked: Promise<unknown>, withinMs: number): Promise<void> {
  const late = sleep(withinMs, undefined, { ref: false }).then(() => {
    throw new Error(`no answer within ${withinMs} ms`);
  });
  await Promise.race([asked, late]);
}
