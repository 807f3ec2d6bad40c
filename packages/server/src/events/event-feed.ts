import { type ClientOptions, eventClient } from './event-client.ts';
import { type EventSession, eventSession, type FeedOptions } from './event-session.ts';

/** The events of a ledger for any number of clients: the log is followed once, while there are any. */
export interface EventFeed {
  /** How many read now. */
  readonly size: number;
  /** A client becomes one when its stream is read for the first time, so that one which nobody reads costs nothing. */
  stream(options: ClientOptions): ReadableStream<Uint8Array>;
}

export function eventFeed(options: FeedOptions): EventFeed {
  let running: EventSession | undefined;
  const join = (controller: ReadableStreamDefaultController<Uint8Array>, asked: ClientOptions) => {
    running ??= eventSession(options);
    const session = running;
    const client = eventClient(controller, session.sources, asked, () => {
      session.clients.delete(client);
      if (session.clients.size > 0) return;
      session.stop();
      if (running === session) running = undefined;
    });
    session.clients.add(client);
    return client;
  };
  return {
    get size() {
      return running?.clients.size ?? 0;
    },
    stream(asked) {
      let client: ReturnType<typeof eventClient> | undefined;
      return new ReadableStream<Uint8Array>(
        {
          pull(controller) {
            if (client === undefined && options.signal.aborted) return controller.close();
            client ??= join(controller, asked);
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
