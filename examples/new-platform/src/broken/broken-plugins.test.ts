import { describe, expect, it } from 'vitest';
import { opsdesk } from '../opsdesk.ts';
import { opsdeskUnderTest } from '../opsdesk-under-test.ts';
import { brokenPlugins } from './broken-plugins.ts';
import { failuresOf } from './failures-of.ts';
import { locating } from './locating.ts';
import { resolving } from './resolving.ts';

it('a plugin that keeps the contract fails nothing', async () => {
  expect(await failuresOf(opsdeskUnderTest(opsdesk))).toEqual([]);
});

it('nor does one whose look-up by name is sent by POST, and not at all for what cannot be a name', async () => {
  const under = opsdeskUnderTest(locating(true));
  const open = async () => ({ ...(await under.open()), reads: ['POST /tickets/search'] });
  expect(await failuresOf({ ...under, open }, 'locate')).toEqual([]);
});

it('nor does one that turns names into ids, and refuses what is no name', async () => {
  expect(await failuresOf(opsdeskUnderTest(resolving(right => right)))).toEqual([]);
});

describe('a plugin in which', () => {
  it.each(brokenPlugins)('$mistake is found by: $test', async ({ plugin, dryRun, test, teaches }) => {
    const failures = await failuresOf({ ...opsdeskUnderTest(plugin), ...(dryRun && { dryRun }) }, test);
    expect(failures).toEqual([{ test, message: expect.stringMatching(teaches) }]);
  });
});
