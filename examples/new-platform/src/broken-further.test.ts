import { describe, expect, it } from 'vitest';
import { brokenChanges } from './broken-changes.ts';
import { brokenLookUps } from './broken-look-ups.ts';
import { brokenManners } from './broken-manners.ts';
import { failuresOf } from './failures-of.ts';
import { opsdeskUnderTest } from './opsdesk-under-test.ts';

describe('a plugin in which', () => {
  it.each([...brokenLookUps, ...brokenChanges, ...brokenManners])(
    '$mistake is found by: $test',
    async ({ plugin, test, teaches }) => {
      const [stage] = test.split(' > ');
      const failures = await failuresOf(opsdeskUnderTest(plugin), stage);
      expect(failures.find(failure => failure.test === test)?.message).toMatch(teaches);
      // A mistake is not told in ten ways.
      expect(failures.length).toBeLessThanOrEqual(2);
    },
  );
});
