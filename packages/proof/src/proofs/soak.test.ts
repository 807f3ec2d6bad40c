import { describe, expect, it } from 'vitest';
import { soak } from './soak.ts';

describe('a platform that spoils three requests in ten, in every way there is', () => {
  it('gets one ticket for each delivery, or a row that replay turns into one', { timeout: 400_000 }, async () => {
    const { stormy, calm } = await soak({ deliveries: 60, rate: 0.3, workers: 1, seed: 7, warmUp: 20 });
    expect(stormy).toMatchObject({ deliveries: 60, doubled: [], lost: [], lies: [] });
    expect(calm).toMatchObject({ deliveries: 60, once: 60, doubled: [], lost: [], explained: [], lies: [] });
  });
});
