import { ItsmError } from '../itsm-error.ts';

/**
 * Runs `work` once there is a seat for it, first come, first served; the seat is free again when it has ended, however.
 *
 * @throws ItsmError kind `cancelled`: the signal came first, and `work` was not begun.
 */
export type Seats = <Result>(work: () => Promise<Result>, signal: AbortSignal | undefined) => Promise<Result>;

/** So many at once. What takes a second seat to get on with the first would wait for itself. */
export function createSeats(count: number): Seats {
  let free = count;
  const waiting = new Set<() => void>();
  const leave = () => {
    const [next] = waiting;
    if (next) next();
    else free += 1;
  };
  return async (work, signal) => {
    if (free > 0) free -= 1;
    else await called(waiting, signal);
    try {
      return await work();
    } finally {
      leave();
    }
  };
}

export const seatsForAll: Seats = work => work();

/** Whoever leaves hands over the seat: nobody who comes later can take it in between. */
function called(waiting: Set<() => void>, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      waiting.delete(sit);
      reject(new ItsmError('cancelled', 'It was cancelled before anything was sent.'));
    };
    const sit = () => {
      waiting.delete(sit);
      signal?.removeEventListener('abort', stop);
      resolve();
    };
    if (signal?.aborted) return stop();
    waiting.add(sit);
    signal?.addEventListener('abort', stop, { once: true });
  });
}
