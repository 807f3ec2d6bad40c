import { longestTimerMs } from '../longest-timer-ms.ts';
import type { HeldLease } from './hold-lease.ts';

/**
 * What must have ended when a lease has, and when its caller gives up: by a signal, which is worth nothing once `work` has
 * ended. `AbortSignal.timeout` and `any` say the same at six times the price, and stay until the lease is over.
 */
export async function withinLease<Result>(
  lease: Pick<HeldLease, 'leftMs'>,
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<Result>,
): Promise<Result> {
  const stop = new AbortController();
  const over = () => stop.abort(new DOMException('The lease is over.', 'TimeoutError'));
  const cancel = () => stop.abort(signal.reason);
  const leftMs = lease.leftMs();
  // Nobody stays up for it alone.
  const timer = setTimeout(over, Math.min(leftMs, longestTimerMs)).unref();
  if (leftMs === 0) over();
  if (signal.aborted) cancel();
  else signal.addEventListener('abort', cancel, { once: true });
  try {
    return await work(stop.signal);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', cancel);
  }
}
