import type { Dispatcher } from 'undici';
import { wireFailure } from './wire-failure.ts';

/** Has one request made over a connection that no other request is on. */
export type Connections = <Result>(make: (connection: Dispatcher) => Promise<Result>) => Promise<Result>;

/**
 * Connections that are kept, as many as there were requests at once. undici's own pool opens a second one for a request
 * that comes as soon as another has ended.
 *
 * @param open a dispatcher with one connection, whose sockets end with the signal
 */
export function keptConnections(open: (givenUp: AbortSignal) => Dispatcher): Connections {
  const idle: Kept[] = [];
  return async make => {
    const connection = idle.pop() ?? opened(open);
    try {
      const result = await make(connection.dispatcher);
      idle.push(connection);
      return result;
    } catch (error) {
      // It is gone, or would still be opened for a request that nobody waits for.
      connection.dispatcher.destroy().catch(() => {});
      connection.stop.abort();
      throw error;
    }
  };
}

interface Kept {
  readonly dispatcher: Dispatcher;
  readonly stop: AbortController;
}

function opened(open: (givenUp: AbortSignal) => Dispatcher): Kept {
  const stop = new AbortController();
  try {
    return { dispatcher: open(stop.signal), stop };
  } catch (error) {
    throw wireFailure(error, false);
  }
}
