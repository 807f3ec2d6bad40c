import { describe, expect, it } from 'vitest';
import { analysisOf, oldDoubt } from '../__tests__/samples.ts';
import { absent, created, found, notSeen, type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { testItsm } from '../__tests__/test-itsm.ts';

const error = { kind: 'outcome-unknown', message: 'POST /incident had no answer in time.' } as const;

/** A delivery that waits for a person: its one send may have left a ticket. */
async function setUp(script: Script = {}) {
  const adapter = scriptedAdapter(script);
  const policy = { onUnresolved: { critical: 'review', high: 'review', medium: 'review', low: 'review' } } as const;
  const test = testItsm({ adapters: { servicenow: adapter }, policy });
  await test.settle('a', { kind: 'unknown', error, doubt: oldDoubt, notBefore: new Date(0), warnings: [] });
  await test.settle('a', { kind: 'needs-review', error, warnings: [] });
  return { ...test, adapter, key: test.keyOf('a') };
}
const by = { by: 'ada' };

describe('approve', () => {
  it('looks once more, and creates where nothing is found, whatever the policy says', async () => {
    const { itsm, key, adapter } = await setUp({ find: [notSeen], create: [created] });
    expect(await itsm.approve(key, by)).toMatchObject({ status: 'created', attempts: 2 });
    expect(adapter.calls).toEqual(['find', 'create']);
  });

  it('creates nothing where the ticket has come', async () => {
    const { itsm, key, adapter } = await setUp({ find: [found] });
    expect(await itsm.approve(key, by)).toMatchObject({ status: 'found', existing: true });
    expect(adapter.calls).toEqual(['find']);
  });

  it('refuses what waits for no review', async () => {
    const { itsm, key } = await setUp({ find: [found] });
    await itsm.approve(key, by);
    await expect(itsm.approve(key, by)).rejects.toMatchObject({
      ...{ kind: 'input', message: `${key} waits for no review: it is found.` },
    });
  });

  it.each(['approve', 'reject'] as const)('and %s touch nothing of another environment', async call => {
    const { ledger, clock, key } = await setUp();
    const adapter = scriptedAdapter({ create: [created] });
    const { itsm } = testItsm({ adapters: { servicenow: adapter }, environment: 'PROD', ledger, clock });
    await expect(itsm[call](key, by)).rejects.toMatchObject({ kind: 'input' });
    expect(adapter.calls).toEqual([]);
    expect(await ledger.deliveries({})).toMatchObject([{ key, status: 'needs_review' }]);
  });
});

describe('approve in a lane that is closed', () => {
  it('says so and changes nothing: the decision would be forgotten', async () => {
    const { itsm, key, adapter } = await setUp({ find: [notSeen], create: [created] });
    await itsm.pause('servicenow', 'ada');
    await expect(itsm.approve(key, by)).rejects.toMatchObject({
      ...{ kind: 'held', message: expect.stringMatching(/paused by ada .* Nothing was sent; approve itsm-.* then\.$/) },
    });
    expect(await itsm.deliveries({ status: 'needs_review' })).toHaveLength(1);
    await itsm.resume('servicenow');
    expect(await itsm.approve(key, by)).toMatchObject({ status: 'created' });
    expect(adapter.calls).toEqual(['find', 'create']);
  });
});

describe('reject', () => {
  it('ends the delivery with who and why, tells the sinks, and sends nothing', async () => {
    const { itsm, key, adapter, told } = await setUp();
    expect(await itsm.reject(key, { by: 'ada', reason: 'a duplicate' })).toMatchObject({
      ...{ status: 'failed', severity: 'critical', attempts: 1 },
      error: {
        kind: 'discarded',
        message: `Rejected by ada: a duplicate. Nothing more is sent, unless by "itsm replay ${key}".`,
      },
    });
    expect(told).toMatchObject([{ type: 'ticket-failed', key }]);
    expect(adapter.calls).toEqual([]);
  });

  it('takes a dead letter off the list: it is counted and replayed with the others no more', async () => {
    const { itsm, settle, keyOf, adapter } = await setUp();
    await settle('b', { kind: 'failed', error: { kind: 'rejected', message: 'no' }, warnings: [] });
    expect(await itsm.lanes()).toMatchObject([{ depth: { failed: 1, needsReview: 1 } }]);
    const rejected = await itsm.reject(keyOf('b'), { by: 'ada', reason: 'closed by hand' });
    expect(rejected).toMatchObject({ status: 'failed', error: { kind: 'discarded' } });
    expect(await itsm.lanes()).toMatchObject([{ depth: { failed: 0, needsReview: 1 } }]);
    for await (const delivery of itsm.replay({ failed: true })) expect(delivery).toBeUndefined();
    expect(adapter.calls).toEqual([]);
    const { error } = rejected;
    await expect(itsm.reject(keyOf('b'), by)).rejects.toMatchObject({
      ...{ kind: 'input', message: `${keyOf('b')} is rejected already: ${error?.message}` },
    });
  });

  it('is not for what may still become a ticket', async () => {
    const { itsm, settle, keyOf } = await setUp();
    await settle('b', { kind: 'pending', error, notBefore: new Date(0), warnings: [] });
    await expect(itsm.reject(keyOf('b'), by)).rejects.toMatchObject({
      ...{ kind: 'input', message: expect.stringContaining('but is pending.') },
    });
  });

  it('works while the integration is paused: that is when people tidy up', async () => {
    const { itsm, key } = await setUp();
    await itsm.pause('servicenow', 'ada');
    expect(await itsm.reject(key, by)).toMatchObject({ status: 'failed' });
  });

  it('stands against the same analysis again, handed in or queued', async () => {
    const { itsm, key, adapter } = await setUp();
    await itsm.reject(key, by);
    const discarded = { status: 'failed', error: { kind: 'discarded' } };
    expect(await itsm.createTickets(analysisOf('critical', 'a'))).toMatchObject([discarded]);
    expect(await itsm.enqueue(analysisOf('critical', 'a'))).toMatchObject([discarded]);
    expect(adapter.calls).toEqual([]);
  });

  it('keeps the doubt: a replay looks before it sends', async () => {
    const { itsm, key, adapter } = await setUp({ find: [absent], create: [created] });
    await itsm.reject(key, by);
    for await (const delivery of itsm.replay({ key })) expect(delivery).toMatchObject({ status: 'created' });
    expect(adapter.calls).toEqual(['find', 'create']);
  });

  it('leaves a delivery that somebody else has taken up meanwhile', async () => {
    const { itsm, key, ledger } = await setUp();
    const { claim } = ledger;
    ledger.claim = async delivery => {
      await claim(delivery);
      return claim(delivery);
    };
    await expect(itsm.reject(key, by)).rejects.toMatchObject({
      ...{ kind: 'input', message: expect.stringContaining('in other hands now') },
    });
  });
});
