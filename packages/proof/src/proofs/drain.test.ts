import { describe, expect, it } from 'vitest';
import { drainAtLimit, isolation } from './drain.ts';

describe('a platform with a limit', () => {
  it('is kept busy by four workers together, and no delivery fails by it', { timeout: 120_000 }, async () => {
    const result = await drainAtLimit({ platform: 'jira', perSecond: 20, count: 60, workers: 4, warm: 10 });
    expect(result).toMatchObject({ deliveries: 70, once: 70, doubled: [], lost: [], explained: [] });
  });
});

describe('a dead platform', () => {
  it('leaves the other alone, and its own deliveries wait', { timeout: 120_000 }, async () => {
    const result = await isolation({ count: 30, rounds: 1 });
    expect(result).toMatchObject({ deliveries: 60, once: 30, doubled: [], lost: [] });
  });
});
