import { expect, it } from 'vitest';
import { steadyTime } from './steady-time.ts';

it('goes on from where it was when the clock is set back, and with the clock when that is set forward', () => {
  const times = [1000, 1500, 500, 700, 200, 200, 9000];
  const time = steadyTime({ now: () => new Date(times.shift() ?? 0) });
  expect([time(), time(), time(), time(), time(), time(), time()]).toEqual([
    1000, 1500, 1500, 1700, 1700, 1700, 10_500,
  ]);
});
