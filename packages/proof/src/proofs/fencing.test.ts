import { describe, expect, it } from 'vitest';
import { fencing } from './fencing.ts';

describe('a worker that is stopped past its lease and goes on', () => {
  it.concurrent.each([
    ['servicenow', 'claimed', 'created'],
    ['jira', 'sent', 'found'],
  ] as const)(
    '%s, stopped once %s: one ticket, and the row of the one that took over',
    { timeout: 120_000 },
    async (platform, at, status) => {
      expect(await fencing(platform, at)).toMatchObject({
        ...{ deliveries: 2, once: 2, doubled: [], lost: [], lies: [] },
        ...{ status, alive: true },
      });
    },
  );
});
