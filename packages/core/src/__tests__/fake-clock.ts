import type { Clock } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';

export interface FakeClock extends Clock {
  /** Every sleep that was not cut short, in milliseconds. */
  readonly waits: readonly number[];
  advance(ms: number): void;
}

/** Sleeps return at once and move `now`. */
export function fakeClock(start = '2025-10-27T10:30:00.000Z'): FakeClock {
  let now = Date.parse(start);
  const waits: number[] = [];
  return {
    waits,
    now: () => new Date(now),
    advance(ms) {
      now += ms;
    },
    async sleep(ms, signal) {
      if (signal.aborted) throw new ItsmError('cancelled', 'The wait was cut short.');
      waits.push(ms);
      now += ms;
    },
  };
}
