import type { Dispatcher } from 'undici';
import { wireFailure } from './wire-failure.ts';

/** Has one request made over a connection that no other request is on. */
export type Connections = <Result>(make: (connection: Dispatcher) => Promise<Result>) => Promise<Result>;

/**
 * Connections that are kept, as many as there were requests at once. undici's own pool opens a second one for a request
 * that comes as soon as another has ended.
 *
 * @param open a dispatcher with one connection
 */
export function keptConnections(open: () => Dispatcher): Connections {
  const idle: Dispatcher[] = [];
  return async make => {
    const connection = idle.pop() ?? opened(open);
    try {
      const result = await make(connection);
      idle.push(connection);
      return result;
    } catch (error) {
      // It is gone, or would still be opened for a request that nobody waits for.
      connection.destroy().catch(() => {});
      throw error;
    }
  };
}

function opened(open: () => Dispatcher): Dispatcher {
  try {
    return open();
  } catch (error) {
    throw wireFailure(error, false);
  }
}
