import { expect, it } from 'vitest';
import { badRequest, silence } from '../__tests__/failures.ts';
import { oldDoubt } from '../__tests__/samples.ts';
import { created, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { testItsm } from '../__tests__/test-itsm.ts';

const failed = { kind: 'failed', error: { kind: 'unavailable', message: 'refused' }, warnings: [] } as const;

it('says who held a lane back, let it go on, sent something again or rejected it', async () => {
  const { itsm, settle, keyOf } = testItsm({ adapters: { servicenow: scriptedAdapter({ create: [created] }) } });
  await settle('a', failed);
  await settle('b', failed);
  await itsm.pause('servicenow', 'anna');
  await itsm.resume('servicenow', 'bob');
  await itsm.resume('servicenow');
  for await (const _ of itsm.replay({ key: keyOf('a') }, { by: 'eve' }));
  await itsm.reject(keyOf('b'), { by: 'anna', reason: 'a duplicate' });
  await itsm.record({ by: 'mallory', action: 'sign-in-refused', detail: 'from 10.0.0.1\u001b[2J' });
  const { entries } = await itsm.audit({ limit: 9 });
  expect(entries.map(({ id: _, at: __, ...entry }) => entry).toReversed()).toEqual([
    { by: 'anna', action: 'pause', integration: 'servicenow' },
    { by: 'bob', action: 'resume', integration: 'servicenow' },
    { by: 'unknown', action: 'resume', integration: 'servicenow' },
    { by: 'eve', action: 'replay', key: keyOf('a'), integration: 'servicenow' },
    { by: 'anna', action: 'reject', key: keyOf('b'), integration: 'servicenow', detail: 'a duplicate' },
    { by: 'mallory', action: 'sign-in-refused', detail: 'from 10.0.0.1 [2J' },
  ]);
});

it('says of what failed that it did, and keeps names and words within bounds', async () => {
  const adapter = scriptedAdapter({ find: [badRequest(), silence()] });
  const { itsm, settle, keyOf, ledger } = testItsm({ adapters: { servicenow: adapter } });
  const error = { kind: 'outcome-unknown', message: 'no answer' } as const;
  await settle('a', { kind: 'needs-review', error, doubt: oldDoubt, warnings: [] });
  const { handedIn } = ledger;
  ledger.handedIn = async () => ({ analysis: undefined, approved: 'none' });
  await expect(itsm.approve(keyOf('a'), { by: 'x'.repeat(999) })).rejects.toMatchObject({ kind: 'input' });
  ledger.handedIn = handedIn;
  const { entries } = await itsm.audit({ limit: 9 });
  expect(entries).toMatchObject([
    { action: 'approve', detail: expect.stringMatching(/^Failed: the analysis of job "a" is no more on record/) },
    { action: 'approve', by: `${'x'.repeat(199)}…` },
  ]);
  await expect(itsm.pause('servicenow', '')).rejects.toMatchObject({ kind: 'input' });
});
