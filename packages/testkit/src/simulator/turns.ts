/** Queues in which one is served at a time, in the order of coming. */
export interface Turns {
  /** How many stand in the queue, with the one being served. */
  standing(queue: string): number;
  /** Resolves when it is this one's turn, with the way to end it. */
  take(queue: string): Promise<() => void>;
}

export function createTurns(): Turns {
  const queues = new Map<string, { standing: number; last: Promise<void> }>();
  return {
    standing: name => queues.get(name)?.standing ?? 0,
    take: async name => {
      const queue = queues.get(name) ?? { standing: 0, last: Promise.resolve() };
      queues.set(name, queue);
      const { last } = queue;
      const { promise, resolve } = Promise.withResolvers<void>();
      queue.last = promise;
      queue.standing += 1;
      await last;
      return () => {
        queue.standing -= 1;
        if (queue.standing === 0) queues.delete(name);
        resolve();
      };
    },
  };
}
