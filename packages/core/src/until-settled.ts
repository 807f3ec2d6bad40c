import type { Clock, Delivery } from './contracts.ts';

/** Between two looks at an outcome that is not settled: a settle window is one to two minutes. */
const pauseMs = 10_000;
/** A timer of more than 24.8 days would end at once: a due date far off is looked at again each hour. */
const longestPauseMs = 3_600_000;

/** Delivers again until the outcome is final, or the signal ends the wait: then the last answer stands. */
export async function untilSettled(
  once: () => Promise<Delivery>,
  clock: Clock,
  signal: AbortSignal,
): Promise<Delivery> {
  for (;;) {
    const delivery = await once();
    if (!open.has(delivery.status)) return delivery;
    const dueMs = (delivery.notBefore?.getTime() ?? 0) - clock.now().getTime();
    try {
      await clock.sleep(Math.min(Math.max(dueMs, pauseMs), longestPauseMs), signal);
    } catch {
      return delivery;
    }
  }
}

const open: ReadonlySet<Delivery['status']> = new Set(['unknown', 'pending', 'sending']);
