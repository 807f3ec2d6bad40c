import { type Clock, type Patiently, patience, type ScopedEventLog } from '@itsm-bridge/core';
import type { EventClient, Sources } from './event-client.ts';
import { eventPages } from './event-pages.ts';
import { framesOf, greetingFrame } from './frame.ts';
import { type RecentFrames, recentFrames } from './recent-frames.ts';

export interface FeedOptions {
  readonly log: ScopedEventLog;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly heartbeatMs: number;
  /** What browsers are told to wait before they come back. */
  readonly retryMs: number;
  /** Between two looks where no news comes. */
  readonly pollMs: number;
  readonly backlogBytes: number;
  /** Ends every stream. */
  readonly signal: AbortSignal;
}

/** The log is followed, for the clients that are there. */
export interface EventSession {
  /** Its own: one that ends late leaves the clients of the next one alone. */
  readonly clients: Set<EventClient>;
  readonly sources: Sources;
  stop(): void;
}

const pageSize = 100;
const ledgerPauseMs = 1_000;

export function eventSession(options: FeedOptions): EventSession {
  const clients = new Set<EventClient>();
  const stop = new AbortController();
  const signal = AbortSignal.any([options.signal, stop.signal]);
  const patiently = patience({ clock: options.clock, pauseMs: ledgerPauseMs, signal });
  const sources: Sources = {
    recent: recentFrames(options.backlogBytes),
    pages: eventPages(options.log, patiently),
    greeting: greetingFrame(options.retryMs),
    backlogBytes: options.backlogBytes,
  };
  const wake = () => {
    for (const client of clients) client.wake();
  };
  const end = (error: unknown) => {
    for (const client of [...clients]) signal.aborted ? client.end() : client.fail(error);
  };
  follow(options, sources.recent, patiently, wake, signal).catch(end);
  beat(options, signal, () => {
    sources.pages.forget();
    for (const client of [...clients]) client.beat();
  }).catch(end);
  return { clients, sources, stop: () => stop.abort() };
}

async function follow(
  { log, pollMs }: FeedOptions,
  recent: RecentFrames,
  patiently: Patiently,
  wake: () => void,
  signal: AbortSignal,
): Promise<void> {
  recent.begin(await patiently(() => log.lastId()));
  wake();
  for (;;) {
    const head = recent.head ?? 0n;
    const frames = framesOf(await patiently(() => log.page(head, pageSize)), head);
    if (frames.length === 0) {
      await patiently(() => log.wait(pollMs, signal));
      continue;
    }
    recent.push(frames);
    wake();
    // Sockets get their turn, and what happens meanwhile goes out together.
    await new Promise(resolve => setTimeout(resolve, 0));
  }
}

async function beat({ clock, heartbeatMs }: FeedOptions, signal: AbortSignal, each: () => void): Promise<void> {
  for (;;) {
    await clock.sleep(heartbeatMs, signal);
    each();
  }
}
