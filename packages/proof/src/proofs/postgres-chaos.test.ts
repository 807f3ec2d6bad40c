import { describe, expect, it } from 'vitest';
import { postgresChaos } from './postgres-chaos.ts';

describe('a PostgreSQL that goes away, comes back, ends its connections and has none left', () => {
  it('costs no delivery and no process', { timeout: 240_000 }, async () => {
    const result = await postgresChaos({ deliveries: 60, workers: 2, downMs: 3_000, backends: 60 });
    expect(result.hoarded).toBeGreaterThan(10);
    expect(result).toMatchObject({ deliveries: 120, once: 120, doubled: [], lost: [], lies: [], exits: [], ended: 60 });
  });
});
