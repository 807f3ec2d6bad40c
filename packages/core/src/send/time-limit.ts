/** What ends an exchange before its answer. */
export interface TimeLimit {
  /** Aborts when the time is over, and when the caller gives up. */
  readonly signal: AbortSignal;
  /** Whether the time was over first. */
  isOver(): boolean;
  /** The exchange has ended: nothing is left at the caller's signal. */
  release(): void;
}

/** `ms` from now, or until the caller gives up. */
export function timeLimit(ms: number, cancel: AbortSignal | undefined): TimeLimit {
  const stop = new AbortController();
  let isOver = false;
  const late = () => {
    isOver = !stop.signal.aborted;
    stop.abort(Object.assign(new Error(`no answer within ${ms} ms`), { code: 'ETIMEDOUT' }));
  };
  const cancelled = () => stop.abort(Object.assign(new Error('canceled'), { code: 'ERR_CANCELED' }));
  const timer = setTimeout(late, Math.min(ms, longestMs));
  cancel?.addEventListener('abort', cancelled, { once: true });
  return {
    signal: stop.signal,
    isOver: () => isOver,
    release() {
      clearTimeout(timer);
      cancel?.removeEventListener('abort', cancelled);
    },
  };
}

/** Of a timer of Node's: a longer one is over at once. */
const longestMs = 2 ** 31 - 1;
