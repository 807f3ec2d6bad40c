import type { Clock } from '../contracts.ts';

/**
 * Milliseconds that never go back, for how long something lasts. Where the clock is set back, as after a resume of a machine,
 * they go on from where they were: else a pause of a second would last for as long as the step.
 */
export function steadyTime({ now }: Pick<Clock, 'now'>): () => number {
  let last = Number.NEGATIVE_INFINITY;
  let aheadMs = 0;
  return () => {
    const time = now().getTime();
    if (time < last) aheadMs += last - time;
    last = time;
    return time + aheadMs;
  };
}
