import { longestTimerMs } from '../longest-timer-ms.ts';

/** What ends an exchange before its answer. */
export interface TimeLimit {
  /** Aborts when the time is over, and when the caller gives up. */
  readonly signal: AbortSignal;
  /** Whether the time was over first. */
  isOver(): boolean;
  /**
   * What goes on when the exchange has to end: a sign-in that is shared with others. One at a time, without a listener for
   * each. @throws the signal's reason, as soon as it has one
   */
  waitFor<Value>(shared: Promise<Value>): Promise<Value>;
  /** The exchange has ended: nothing is left at the caller's signal. */
  release(): void;
}

/** `ms` from now, or until the caller gives up. */
export function timeLimit(ms: number, cancel: AbortSignal | undefined): TimeLimit {
  const stop = new AbortController();
  let isOver = false;
  let giveUp: ((reason: unknown) => void) | undefined;
  const end = (message: string, code: string) => {
    stop.abort(Object.assign(new Error(message), { code }));
    giveUp?.(stop.signal.reason);
  };
  const late = () => {
    isOver = !stop.signal.aborted;
    end(`no answer within ${ms} ms`, 'ETIMEDOUT');
  };
  const cancelled = () => end('canceled', 'ERR_CANCELED');
  const timer = setTimeout(late, Math.min(ms, longestTimerMs));
  cancel?.addEventListener('abort', cancelled, { once: true });
  return {
    signal: stop.signal,
    isOver: () => isOver,
    waitFor: shared =>
      new Promise((resolve, reject) => {
        giveUp = reject;
        if (stop.signal.aborted) reject(stop.signal.reason);
        shared.then(resolve, reject);
      }),
    release() {
      clearTimeout(timer);
      cancel?.removeEventListener('abort', cancelled);
    },
  };
}
