import { describe, expect, it } from 'vitest';
import { nextLook } from './next-look.ts';

const until = new Date('2025-10-27T10:30:00Z');
const doubt = { from: new Date('2025-10-27T10:29:00Z'), until, answered: false };
const window = { settleWindowMs: 75_000 };
const after = (ms: number) => new Date(until.getTime() + ms);
const secondsUntilNext = (nowMs: number, answered = false) =>
  (nextLook({ ...doubt, answered }, window, after(nowMs)).getTime() - until.getTime() - nowMs) / 1_000;

describe('nextLook', () => {
  it('is soon while the settle window is open: most tickets that come late come soon', () => {
    expect(secondsUntilNext(0)).toBe(20);
    expect(secondsUntilNext(40_000)).toBe(20);
  });

  it('is no later than the end of the window, when a look settles the doubt', () => {
    expect(secondsUntilNext(60_000)).toBe(15);
    expect(secondsUntilNext(74_999)).toBe(0.001);
  });

  it('is never at once after the window: a look-up that failed is not repeated without a pause', () => {
    expect(secondsUntilNext(75_000)).toBe(20);
    expect(secondsUntilNext(3_600_000)).toBe(20);
  });

  it('does not wait for a window where the platform has answered', () => {
    expect(secondsUntilNext(0, true)).toBe(20);
    expect(secondsUntilNext(60_000, true)).toBe(20);
  });
});
