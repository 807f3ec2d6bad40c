import type { News, Topic } from './news.ts';

/** The news of one process. Where there is no other, or none that can be heard, the length of the wait is the safety net. */
export function createLocalNews(): News {
  const waiting = new Map<Topic, Set<() => void>>();
  return {
    ring(topic) {
      for (const wake of [...(waiting.get(topic) ?? [])]) wake();
    },
    wait(topic, ms, signal) {
      if (signal.aborted) return Promise.resolve();
      return new Promise(resolve => {
        const others = waiting.get(topic) ?? new Set();
        waiting.set(topic, others);
        const wake = () => {
          clearTimeout(timer);
          signal.removeEventListener('abort', wake);
          others.delete(wake);
          resolve();
        };
        const timer = setTimeout(wake, ms);
        signal.addEventListener('abort', wake);
        others.add(wake);
      });
    },
    async close() {
      for (const others of waiting.values()) for (const wake of [...others]) wake();
    },
  };
}
