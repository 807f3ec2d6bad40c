import { setTimeout } from 'node:timers/promises';

/** Waits `ms` milliseconds, or until the signal aborts; either way it resolves. */
export type Sleep = (ms: number, signal: AbortSignal) => Promise<void>;

export const realSleep: Sleep = (ms, signal) =>
  setTimeout(ms, undefined, { signal }).catch((cause: unknown) => {
    if (!signal.aborted) throw cause;
  });
