import type { Dispatcher } from 'undici';
import { wireFailure } from './wire-failure.ts';

/** Has one request made over a line that no other request is on. */
export type Lines = <Result>(make: (line: Dispatcher) => Promise<Result>) => Promise<Result>;

/**
 * Lines that are kept, as many as there were requests at once. undici's own pool opens a second connection for a request
 * that comes as soon as another has ended.
 *
 * @param open a dispatcher with one connection
 */
export function keptLines(open: () => Dispatcher): Lines {
  const idle: Dispatcher[] = [];
  return async make => {
    const line = idle.pop() ?? opened(open);
    try {
      const result = await make(line);
      idle.push(line);
      return result;
    } catch (error) {
      // Its connection is gone, or would still be made for a request that nobody waits for.
      line.destroy().catch(() => {});
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
