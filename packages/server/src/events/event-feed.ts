import type { Clock, ScopedEventLog } from '@itsm-bridge/core';
import { type ClientOptions, type EventClient, eventClient, type Sources } from './event-client.ts';
import { eventPages } from './event-pages.ts';
import { framesOf, greetingFrame } from './frame.ts';
import { type Patiently, patience } from './patience.ts';
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

/** The events of a ledger for any number of clients: the log is followed once, while there are any. */
export interface EventFeed {
  /** How many read now. */
  readonly size: number;
  /** A client becomes one when its stream is read for the first time, so that one which nobody reads costs nothing. */
  stream(options: ClientOptions): ReadableStream<Uint8Array>;
}

const pageSize = 100;
const ledgerPauseMs = 1_000;

export function eventFeed(options: FeedOptions): EventFeed {
  const clients = new Set<EventClient>();
  let running: { readonly sources: Sources; readonly stop: AbortController } | undefined;

  const begin = () => {
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
    return { sources, stop };
  };

  return {
    get size() {
      return clients.size;
    },
    stream(asked) {
      let client: ReturnType<typeof eventClient> | undefined;
      const join = (controller: ReadableStreamDefaultController<Uint8Array>) => {
        running ??= begin();
        const joined = eventClient(controller, running.sources, asked, () => {
          clients.delete(joined);
          if (clients.size > 0) return;
          running?.stop.abort();
          running = undefined;
        });
        clients.add(joined);
        return joined;
      };
      return new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            if (client === undefined && options.signal.aborted) return controller.close();
            client ??= join(controller);
            client.pull();
          },
          cancel: () => client?.gone(),
        },
        // Nothing is made before it can leave: what waits for a client waits in the log.
        { highWaterMark: 0 },
      );
    },
  };
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
