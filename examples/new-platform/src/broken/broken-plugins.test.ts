import { describe, expect, it } from 'vitest';
import { opsdesk } from '../opsdesk.ts';
import { opsdeskUnderTest } from '../opsdesk-under-test.ts';
import { brokenPlugins } from './broken-plugins.ts';
import { failuresOf } from './failures-of.ts';

it('a plugin that keeps the contract fails nothing', async () => {
  expect(await failuresOf(opsdeskUnderTest(opsdesk))).toEqual([]);
});

describe('a plugin in which', () => {
  it.each(brokenPlugins)('$mistake is found by: $test', async ({ plugin, dryRun, test, teaches }) => {
    const failures = await failuresOf({ ...opsdeskUnderTest(plugin), ...(dryRun && { dryRun }) }, test);
    expect(failures).toEqual([{ test, message: expect.stringMatching(teaches) }]);
  });
});
