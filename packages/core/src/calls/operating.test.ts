import { describe, expect, it } from 'vitest';
import { badRequest } from '../__tests__/failures.ts';
import { ticket } from '../__tests__/samples.ts';
import { absent, created, type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { testItsm } from '../__tests__/test-itsm.ts';
import type { Delivery, LiveOutcome } from '../contracts.ts';

const failed: LiveOutcome = { kind: 'failed', error: { kind: 'unavailable', message: 'refused' }, warnings: [] };
const done: LiveOutcome = { kind: 'created', ticket, warnings: [] };

/** One integration, and dead letters to replay. */
async function setUp({ letters = ['a'], ...script }: Script & { readonly letters?: readonly string[] } = {}) {
  const adapter = scriptedAdapter(script);
  const test = testItsm({ adapters: { servicenow: adapter } });
  for (const jobId of letters) await test.settle(jobId, failed);
  return { ...test, adapter };
}
const all = async (deliveries: AsyncIterable<Delivery>) => {
  const list: Delivery[] = [];
  for await (const delivery of deliveries) list.push(delivery);
  return list;
};
const kindOf = (asked: Promise<unknown>) =>
  asked.then(
    () => 'none',
    error => error.kind,
  );

describe('replay', () => {
  it('sends a dead letter again, as it was handed in', async () => {
    const { itsm, keyOf, adapter } = await setUp({ create: [created] });
    expect(await all(itsm.replay({ key: keyOf('a') }))).toMatchObject([{ jobId: 'a', status: 'created', attempts: 2 }]);
    expect(adapter.calls).toEqual(['create']);
  });

  it('sends all that failed, one after the other', async () => {
    const { itsm, settle } = await setUp({ letters: ['a', 'b', 'c'], create: [created, badRequest(), created] });
    await settle('d', done);
    expect((await all(itsm.replay({ failed: true }))).map(({ jobId, status }) => `${jobId} ${status}`)).toEqual([
      'a created',
      'b failed',
      'c created',
    ]);
  });

  it('leaves what a person has discarded, unless it is named', async () => {
    const { itsm, settle, keyOf } = await setUp({ letters: ['a'], create: [created, created] });
    await settle('b', { ...failed, error: { kind: 'discarded', message: 'Rejected by ada.' } });
    expect(await all(itsm.replay({ failed: true }))).toMatchObject([{ jobId: 'a', status: 'created' }]);
    expect(await all(itsm.replay({ key: keyOf('b') }))).toMatchObject([{ jobId: 'b', status: 'created' }]);
  });

  it('goes on after a dead letter whose analysis is kept no more, and says so', async () => {
    const { itsm, ledger, keyOf } = await setUp({ letters: ['a', 'b'], create: [created] });
    const { handedIn } = ledger;
    ledger.handedIn = async key => ({ ...(await handedIn(key)), ...(key === keyOf('a') && { analysis: undefined }) });
    expect(await all(itsm.replay({ failed: true }))).toMatchObject([
      { jobId: 'a', status: 'failed', error: { kind: 'input', message: expect.stringContaining('no more on record') } },
      { jobId: 'b', status: 'created' },
    ]);
    await expect(all(itsm.replay({ key: keyOf('a') }))).rejects.toMatchObject({ kind: 'input' });
  });

  it('stops between two when it is told to', async () => {
    const stop = new AbortController();
    const stopping = () => {
      stop.abort();
      return created;
    };
    const { itsm } = await setUp({ letters: ['a', 'b'], create: [stopping, created] });
    expect(await all(itsm.replay({ failed: true }, { signal: stop.signal }))).toMatchObject([{ jobId: 'a' }]);
  });

  it('refuses what has its ticket, and what is not on record', async () => {
    const { itsm, keyOf, settle } = await setUp();
    await settle('b', done);
    await expect(all(itsm.replay({ key: keyOf('b') }))).rejects.toMatchObject({
      ...{ kind: 'input', message: expect.stringContaining('has its ticket: INC0012345') },
    });
    expect(await kindOf(all(itsm.replay({ key: 'itsm-nobody' })))).toBe('input');
  });

  it('leaves a delivery that another process holds in its hands', async () => {
    const { itsm, ledger, keyOf, adapter } = await setUp();
    const identity = { key: keyOf('a'), jobId: 'a', integration: 'servicenow', platform: 'servicenow' };
    const asked = { environment: 'TEST', severity: 'low', leaseMs: 60_000, askedBy: 'request' } as const;
    await ledger.claim({ ...identity, ...asked });
    expect(await all(itsm.replay({ key: keyOf('a') }))).toMatchObject([{ status: 'sending', success: false }]);
    expect(adapter.calls).toEqual([]);
  });

  it('does not wait until a delivery is due', async () => {
    const { itsm, clock, settle, keyOf } = await setUp({ letters: [], create: [created] });
    const notBefore = new Date(clock.now().getTime() + 7_200_000);
    await settle('a', { kind: 'pending', error: { kind: 'unavailable', message: 'refused' }, notBefore, warnings: [] });
    expect(await all(itsm.replay({ key: keyOf('a') }))).toMatchObject([{ status: 'created' }]);
  });

  it('touches no delivery of another environment on the same ledger', async () => {
    const { ledger, clock, keyOf } = await setUp();
    const adapter = scriptedAdapter({ create: [created] });
    const { itsm } = testItsm({ adapters: { servicenow: adapter }, environment: 'PROD', ledger, clock });
    await expect(all(itsm.replay({ key: keyOf('a') }))).rejects.toMatchObject({
      ...{ kind: 'input', message: expect.stringContaining('of environment "TEST"') },
    });
    expect(await all(itsm.replay({ failed: true }))).toEqual([]);
    expect(adapter.calls).toEqual([]);
  });

  it('looks before it sends where an earlier send may have left a ticket', async () => {
    const { itsm, ledger, keyOf, settle, adapter } = await setUp({ letters: [], create: [created], find: [absent] });
    const doubt = { from: new Date('2025-10-27T10:00:00Z'), until: new Date('2025-10-27T10:01:00Z'), answered: false };
    const error = { kind: 'outcome-unknown', message: 'no answer' } as const;
    await settle('a', { kind: 'unknown', error, doubt, notBefore: new Date(0), warnings: [] });
    await all(itsm.replay({ key: keyOf('a') }));
    expect(adapter.calls).toEqual(['find', 'create']);
    expect(await ledger.deliveries({ jobId: 'a' })).toMatchObject([{ status: 'created' }]);
  });
});

describe('pause and resume', () => {
  it('hold deliveries back with a reason that names who and since when, and let them go', async () => {
    const { itsm, adapter } = await setUp({ letters: [], create: [created] });
    await itsm.pause('servicenow', 'ada');
    const [waiting] = await itsm.createTickets({ job: { id: 'a', title: 'Down', severity: 'high' } });
    expect(waiting).toMatchObject({
      status: 'pending',
      error: {
        kind: 'held',
        message: 'servicenow is paused by ada since 2025-10-27T10:30:00.000Z; "itsm resume servicenow" lets it go on.',
      },
    });
    expect(adapter.calls).toEqual([]);
    await itsm.resume('servicenow');
    expect(await itsm.createTickets({ job: { id: 'a', title: 'Down', severity: 'high' } })).toMatchObject([
      { status: 'created' },
    ]);
  });

  it('refuse an integration that is not there, and name those that are', async () => {
    const { itsm } = await setUp();
    const refusal = {
      kind: 'input',
      message: 'No enabled integration "jira" in the config; it has servicenow.',
    };
    await expect(itsm.pause('jira', 'ada')).rejects.toMatchObject(refusal);
    await expect(itsm.resume('jira')).rejects.toMatchObject(refusal);
  });
});

describe('lanes', () => {
  it('tell of each integration what holds it back, and how much waits', async () => {
    const adapters = { servicenow: scriptedAdapter({}), jira: scriptedAdapter({}) };
    const { itsm, settle, ledger } = testItsm({ adapters });
    await settle('a', failed);
    await itsm.pause('servicenow', 'ada');
    const broken = { kind: 'held', message: 'jira is held back' } as const;
    await ledger.lanes.trip({ environment: 'TEST', integration: 'jira' }, { error: broken, baseMs: 30_000, maxMs: 1 });
    expect(await itsm.lanes()).toMatchObject([
      { integration: 'servicenow', paused: { error: { kind: 'held' } }, depth: { failed: 1, pending: 0 } },
      { integration: 'jira', breaker: { error: broken }, depth: { failed: 0 } },
    ]);
  });
});
