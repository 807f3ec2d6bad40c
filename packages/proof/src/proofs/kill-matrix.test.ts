import { describe, expect, it } from 'vitest';
import { killMatrix } from './kill-matrix.ts';
import { killSteps } from './kill-steps.ts';

describe('workers that are killed at every step', () => {
  it('lose nothing and double nothing', { timeout: 240_000 }, async () => {
    const kills = killSteps.length * 2;
    const result = await killMatrix({
      ...{ steps: killSteps, platforms: ['servicenow', 'jira'], workers: 2 },
      ...{ deliveries: 40, kills },
    });
    expect(result).toMatchObject({ once: result.deliveries, doubled: [], lost: [], explained: [], lies: [] });
    expect(Object.keys(result.killed).sort()).toEqual(killSteps.map(({ name }) => name).sort());
  });
});
