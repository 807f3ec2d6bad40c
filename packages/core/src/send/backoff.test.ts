import { describe, expect, it } from 'vitest';
import { seededRandom } from '../__tests__/seeded-random.ts';
import { backoffMs } from './backoff.ts';

const policy = { baseMs: 1000, retryAfterCapMs: 60_000 };

describe('backoffMs', () => {
  it('is 1 s, 2 s, 4 s in the middle of its jitter', () => {
    expect([1, 2, 3].map(retry => backoffMs(retry, policy, undefined, () => 0.5))).toEqual([1000, 2000, 4000]);
  });

  it('is 20 % less at one end, and 20 % more at the other', () => {
    const ends = [0, 1 - Number.EPSILON].map(end =>
      [1, 2, 3].map(retry => backoffMs(retry, policy, undefined, () => end)),
    );
    expect(ends).toEqual([
      [800, 1600, 3200],
      [1200, 2400, 4800],
    ]);
  });

  it('starts from the base of the policy', () => {
    expect(backoffMs(3, { ...policy, baseMs: 250 }, undefined, () => 0.5)).toBe(1000);
  });

  it('ends at the longest wait that a platform may ask for', () => {
    expect([6, 7, 10].map(retry => backoffMs(retry, policy, undefined, () => 0.99))).toEqual([38_272, 60_000, 60_000]);
  });

  it('takes a longer Retry-After as it is: nothing is added', () => {
    expect([0, 0.5, 0.99].map(at => backoffMs(1, policy, 30_000, () => at))).toEqual([30_000, 30_000, 30_000]);
  });

  it('keeps to the curve where Retry-After is shorter', () => {
    expect(backoffMs(3, policy, 10, () => 0.5)).toBe(4000);
  });

  it('is a whole number of milliseconds, inside its bounds and never before Retry-After, for any draw', () => {
    for (let seed = 1; seed <= 200; seed++) {
      const random = seededRandom(seed);
      const retry = 1 + Math.floor(random() * 10);
      const baseMs = 1 + Math.floor(random() * 10_000);
      const retryAfterMs = random() < 0.5 ? undefined : Math.floor(random() * 100_000);
      const waitMs = backoffMs(retry, { ...policy, baseMs }, retryAfterMs, random);
      const middle = baseMs * 2 ** (retry - 1);
      const said = retryAfterMs ?? 0;
      expect(Number.isInteger(waitMs), `seed ${seed}`).toBe(true);
      expect(waitMs, `seed ${seed}`).toBeGreaterThanOrEqual(
        Math.round(Math.max(Math.min(middle * 0.8, policy.retryAfterCapMs), said)),
      );
      expect(waitMs, `seed ${seed}`).toBeLessThanOrEqual(
        Math.round(Math.max(Math.min(middle * 1.2, policy.retryAfterCapMs), said)),
      );
    }
  });
});
