import type { ServerResponse } from 'node:http';
import type { Crowd } from './crowd.ts';
import { createTurns } from './turns.ts';

/** Counts requests from the moment they come until their answer is out or their socket is gone, and lines them up. */
export interface Traffic {
  /** The most that were ever under way at once. */
  readonly mostAtOnce: number;
  came(response: ServerResponse): void;
  /** What a request that has come finds before it. */
  crowd(queue: string | undefined): Crowd;
  /** Serves at once, or when all who stand before it in the queue are done: answered, dropped or given up on. */
  serve(queue: string | undefined, response: ServerResponse, work: () => Promise<void>): Promise<void>;
  /** Forgets `mostAtOnce` but for those that are under way. */
  clear(): void;
}

export function createTraffic(): Traffic {
  const turns = createTurns();
  let underWay = 0;
  let mostAtOnce = 0;
  return {
    get mostAtOnce() {
      return mostAtOnce;
    },
    came: response => {
      underWay += 1;
      mostAtOnce = Math.max(mostAtOnce, underWay);
      response.once('close', () => {
        underWay -= 1;
      });
    },
    crowd: queue => ({ underWay: underWay - 1, inQueue: queue === undefined ? 0 : turns.standing(queue) }),
    serve: async (queue, response, work) => {
      if (queue === undefined) return work();
      const end = await turns.take(queue);
      await work();
      if (response.closed) end();
      else response.once('close', end);
    },
    clear: () => {
      mostAtOnce = underWay;
    },
  };
}
