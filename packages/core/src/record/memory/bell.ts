import type { Clock } from '../../contracts.ts';

/** Wakes whoever waits for news. */
export interface Bell {
  ring(): void;
  /** Until the next ring, `ms` at the most; the signal ends it too. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

export function createBell(sleep: Clock['sleep']): Bell {
  const waiting = new Set<() => void>();
  return {
    ring() {
      for (const wake of [...waiting]) wake();
    },
    async wait(ms, signal) {
      const rung = new AbortController();
      const wake = () => rung.abort();
      waiting.add(wake);
      await sleep(ms, AbortSignal.any([signal, rung.signal])).catch(() => {});
      waiting.delete(wake);
    },
  };
}
