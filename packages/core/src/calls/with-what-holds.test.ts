import { describe, expect, it } from 'vitest';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { testItsm } from '../__tests__/test-itsm.ts';

const analysis = (id: string) => ({ job: { id, title: 'Checkout times out', severity: 'low' } });

async function setUp() {
  const test = testItsm({ adapters: { servicenow: scriptedAdapter({}), jira: scriptedAdapter({}) } });
  await test.itsm.enqueue(analysis('a'));
  const reasons = async () =>
    (await test.itsm.deliveries()).map(({ integration, error }) => `${integration}: ${error?.message ?? 'nothing'}`);
  return { ...test, reasons };
}

describe('deliveries that nobody has taken up', () => {
  it('say that their integration is paused, by whom, and how they go on', async () => {
    const { itsm, reasons } = await setUp();
    await itsm.pause('jira', 'ada');
    expect((await reasons()).toSorted()).toEqual([
      expect.stringMatching(/^jira: jira is paused by ada since .*"itsm resume jira" lets it go on\.$/),
      'servicenow: nothing',
    ]);
    await itsm.resume('jira');
    expect((await reasons()).toSorted()).toEqual(['jira: nothing', 'servicenow: nothing']);
  });

  it('say that the breaker of their integration is open', async () => {
    const { ledger, itsm, reasons } = await setUp();
    const [one] = await itsm.deliveries();
    if (one === undefined) throw new Error('Nothing is on record.');
    const error = { kind: 'held', message: 'held back: its platform is away' } as const;
    await ledger.lanes.trip(one, { error, baseMs: 30_000, maxMs: 30_000 });
    expect(await reasons()).toContain(`${one.integration}: held back: its platform is away`);
  });

  it('keep a reason of their own', async () => {
    const { itsm, settle, reasons } = await setUp();
    const error = { kind: 'unavailable', message: 'no answer' } as const;
    await settle('b', { kind: 'pending', error, notBefore: new Date(0), warnings: [] });
    await itsm.pause('servicenow', 'ada');
    expect(await reasons()).toContain('servicenow: no answer');
  });
});
