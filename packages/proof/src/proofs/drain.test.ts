import { describe, expect, it } from 'vitest';
import { watchEvents } from '../events/watch-events.ts';
import { drainAtLimit, isolation } from './drain.ts';

describe('a platform with a limit', () => {
  it('is kept busy by four workers together, no delivery fails by it, and the clients of two servers hear of each', {
    timeout: 120_000,
  }, async () => {
    const options = { platform: 'jira', perSecond: 20, count: 60, workers: 4, warm: 10 } as const;
    const { heard, ...result } = await drainAtLimit({ ...options, watch: watchEvents });
    expect(result).toMatchObject({ deliveries: 70, once: 70, doubled: [], lost: [], explained: [] });
    // In order and once, also those whose server was gone in the middle of it.
    expect(heard?.recorded.length).toBeGreaterThanOrEqual(70);
    expect(heard?.clients).toEqual(Array.from({ length: 4 }, () => heard?.recorded));
  });
});

describe('a dead platform', () => {
  it('leaves the other alone, and its own deliveries wait', { timeout: 120_000 }, async () => {
    const result = await isolation({ count: 30, rounds: 1 });
    expect(result).toMatchObject({ deliveries: 60, once: 30, doubled: [], lost: [] });
  });
});
