import type { Clock } from '../contracts.ts';
import { unlessAborted } from '../send/unless-aborted.ts';

export interface KeepOptions {
  readonly clock: Pick<Clock, 'now'>;
  /** What is older is read again. */
  readonly freshMs: number;
  /**
   * What is younger is not even read again by `anew`: what fits nowhere must not be a request for each delivery.
   *
   * @default 15_000
   */
  readonly pauseMs?: number;
}

/** What is read once for many deliveries. `signal` ends the wait of one caller, never the reading of the others. */
export interface Kept<Value> {
  get(signal?: AbortSignal): Promise<Value>;
  /** As it is now, for what did not fit, and for a check: somebody may have mended it since. */
  anew(signal?: AbortSignal): Promise<Value>;
}

/** Whoever asks may give up; the reading is for all of them. */
const never: AbortSignal = new AbortController().signal;

/**
 * Keeps what was read, from when its reading began; all who ask meanwhile share one reading, and one that failed is not
 * kept.
 *
 * @param read is handed a signal that never fires
 */
export function keepFor<Value>(
  read: (signal: AbortSignal) => Promise<Value>,
  { clock, freshMs, pauseMs = 15_000 }: KeepOptions,
): Kept<Value> {
  let kept: { readonly reading: Promise<Value>; readonly since: number; isRead: boolean } | undefined;
  const youngerThan = (ms: number, signal: AbortSignal | undefined): Promise<Value> => {
    const now = clock.now().getTime();
    if (!kept || now - kept.since >= ms) {
      const begun = { reading: read(never), since: now, isRead: false };
      kept = begun;
      begun.reading.then(
        () => {
          begun.isRead = true;
        },
        () => {
          if (kept === begun) kept = undefined;
        },
      );
    }
    // There is nothing left to wait for, and so nothing to give up.
    return kept.isRead && !signal?.aborted ? kept.reading : unlessAborted(kept.reading, signal);
  };
  return {
    get: signal => youngerThan(freshMs, signal),
    anew: signal => youngerThan(Math.min(pauseMs, freshMs), signal),
  };
}
