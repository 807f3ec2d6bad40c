import { describe, expect, it } from 'vitest';
import { badRequest, refused, silence } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, ticket } from '../__tests__/samples.ts';
import { absent, created, found, notSeen, type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { testItsm } from '../__tests__/test-itsm.ts';
import type { ItsmAdapter, Ledger, TicketDraft } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';

/** What is made of a draft, as the config has it at that moment. */
interface Mutable {
  priority: string;
}
const anna = { by: 'anna' };

/** An integration in dry run, and what sends for it once somebody approves. */
function setUp({
  ledger,
  clock = fakeClock(),
  twin,
  names,
  ...script
}: Script & {
  readonly ledger?: Ledger;
  readonly clock?: ReturnType<typeof fakeClock>;
  readonly twin?: Error;
  /** That only the platform knows. */
  readonly names?: readonly string[];
} = {}) {
  const config: Mutable = { priority: 'P2' };
  const sent: unknown[] = [];
  const live = scriptedAdapter(script);
  const prepare = (draft: TicketDraft) => ({ title: draft.title, priority: config.priority, ...draft.fields });
  const sending: ItsmAdapter = {
    ...live,
    prepare,
    create(payload, call) {
      sent.push(payload);
      return live.create(payload, call);
    },
  };
  const { resolve: _, ...offline } = live;
  const rehearsing: ItsmAdapter = {
    ...offline,
    writes: false,
    prepare,
    unresolved: () => names ?? [],
    create: async payload => ({ kind: 'dry-run', payload, warnings: [] }),
  };
  const test = testItsm({
    adapters: { servicenow: rehearsing },
    live: { servicenow: twin ?? sending },
    clock,
    ...(ledger ? { ledger } : {}),
  });
  const rehearse = async (jobId = 'a') => {
    await test.itsm.createTickets(analysisOf('critical', jobId));
    const [newest] = await test.ledger.dryRuns.of(test.keyOf(jobId), 1);
    if (!newest) throw new Error('no dry run');
    return newest;
  };
  return { ...test, live, sent, config, rehearse };
}
const waitingIn = async ({ itsm }: Pick<ReturnType<typeof setUp>, 'itsm'>) =>
  (await itsm.rehearsals({ limit: 10 })).records.map(({ id }) => id);

describe('a dry run that is approved', () => {
  it('is sent as it was shown, once, and is on record with who approved it', async () => {
    const test = setUp({ create: [created] });
    const { id, key, payload } = await test.rehearse();
    expect([await waitingIn(test), await test.itsm.countWaiting()]).toEqual([[id], 1]);
    const approval = await test.itsm.approveRehearsal(id, anna);
    expect(approval).toMatchObject({ kind: 'delivered', delivery: { status: 'created', ticket, dryRun: false } });
    expect(test.sent).toEqual([payload]);
    expect([await waitingIn(test), await test.itsm.countWaiting()]).toEqual([[], 0]);
    expect((await test.itsm.rehearsal(id)).decision).toMatchObject({ kind: 'approved', by: 'anna' });
    const { entries } = await test.itsm.audit({ limit: 5, key });
    expect(entries).toMatchObject([{ by: 'anna', action: 'approve-dry-run', key, integration: 'servicenow' }]);
    expect(test.told.map(({ type }) => type)).toEqual(['ticket-dry-run', 'ticket-created']);
  });

  it('is sent once, however many press at the same time and afterwards, and all learn of the same ticket', async () => {
    const test = setUp({ create: [created] });
    const { id } = await test.rehearse();
    const press = (by: string) => test.itsm.approveRehearsal(id, { by });
    await Promise.all(['anna', 'bob', 'anna', 'eve'].map(press));
    const late = await press('bob');
    expect(late).toMatchObject({ kind: 'decided', decision: { kind: 'approved' }, record: { ticket } });
    expect(test.sent).toHaveLength(1);
    expect((await test.itsm.audit({ limit: 9 })).entries).toHaveLength(1);
  });

  it('is not sent where the config has changed since: the difference waits for an approval of its own', async () => {
    const test = setUp({ create: [created] });
    const { id } = await test.rehearse();
    test.config.priority = 'P1';
    const approval = await test.itsm.approveRehearsal(id, anna);
    if (approval.kind !== 'changed') throw new Error(approval.kind);
    expect(test.sent).toEqual([]);
    expect(approval.shown.payload).toMatchObject({ priority: 'P2' });
    expect(approval.now.payload).toMatchObject({ priority: 'P1' });
    expect(await waitingIn(test)).toEqual([approval.now.id]);
    expect(await test.itsm.deliveries()).toMatchObject([{ status: 'failed', error: { kind: 'changed' } }]);
    expect((await test.itsm.lanes())[0]?.depth).toMatchObject({ failed: 0, pending: 0 });
    expect(test.told.at(-1)).toMatchObject({ type: 'ticket-failed', error: { kind: 'changed' } });
    const again = await test.itsm.approveRehearsal(approval.now.id, anna);
    expect(again).toMatchObject({ kind: 'delivered', delivery: { status: 'created' } });
    expect(test.sent).toEqual([approval.now.payload]);
  });

  it('after a later one was approved of the same job leaves that one as it is, whoever presses again', async () => {
    const test = setUp({ create: [created] });
    const first = await test.rehearse();
    await test.itsm.pause('servicenow', 'bob');
    await test.itsm.approveRehearsal(first.id, anna);
    const { job } = analysisOf('critical', 'a');
    await test.itsm.createTickets({ job: { ...job, title: 'Checkout is down' } });
    const [later] = await test.ledger.dryRuns.of(first.key, 1);
    await test.itsm.approveRehearsal(later?.id ?? 0n, { by: 'bob' });
    await test.itsm.resume('servicenow');
    const again = await test.itsm.approveRehearsal(first.id, anna);
    expect(again).toMatchObject({ kind: 'delivered', delivery: { status: 'pending' } });
    expect(await worked(test)).toMatchObject([{ status: 'created' }]);
    expect(test.sent).toEqual([later?.payload]);
  });

  it('that has names which only the platform knows is shown with what they are, and sent after another approval', async () => {
    const test = setUp({ create: [created], resolve: ['resolved', 'resolved', 'resolved'], names: ['group'] });
    const { id } = await test.rehearse();
    const approval = await test.itsm.approveRehearsal(id, anna);
    if (approval.kind !== 'changed') throw new Error(approval.kind);
    expect(approval.now).toMatchObject({ payload: { group: 'resolved' }, unresolved: [] });
    expect(await test.itsm.approveRehearsal(id, anna)).toMatchObject({ kind: 'changed', now: { id: approval.now.id } });
    expect(test.sent).toEqual([]);
    await test.itsm.approveRehearsal(approval.now.id, anna);
    expect(test.sent).toEqual([approval.now.payload]);
  });

  it('waits where its lane is paused, and is sent by a worker once that is over', async () => {
    const test = setUp({ create: [created] });
    const { id, payload } = await test.rehearse();
    await test.itsm.pause('servicenow', 'bob');
    const approval = await test.itsm.approveRehearsal(id, anna);
    expect(approval).toMatchObject({ kind: 'delivered', delivery: { status: 'pending', error: { kind: 'held' } } });
    await test.itsm.resume('servicenow', 'bob');
    expect(await worked(test)).toMatchObject([{ status: 'created', ticket }]);
    expect(test.sent).toEqual([payload]);
  });

  it('stays approved where a secret is missing, which is named; a process that has it delivers', async () => {
    const clock = fakeClock();
    const ledger = createMemoryLedger({ clock });
    const missing = new ItsmError('config', 'servicenow.password: the variable SERVICENOW_PASSWORD is not set');
    const test = setUp({ clock, ledger, twin: missing });
    const { id } = await test.rehearse();
    await expect(test.itsm.approveRehearsal(id, anna)).rejects.toBe(missing);
    expect(await test.itsm.deliveries()).toMatchObject([{ status: 'pending' }]);
    const other = setUp({ clock, ledger, create: [created] });
    expect(await worked(other)).toMatchObject([{ status: 'created' }]);
    expect(other.sent).toHaveLength(1);
  });

  it('is sent by whoever approves it once more, where the process that was at it has ended', async () => {
    const test = setUp({ find: [found] });
    const { id, key } = await test.rehearse();
    await test.itsm.pause('servicenow', 'bob');
    await test.itsm.approveRehearsal(id, anna);
    await test.itsm.resume('servicenow');
    const [record] = await test.ledger.deliveries({ key });
    if (!record) throw new Error('no delivery');
    await test.ledger.claim({ ...record, leaseMs: 60_000, askedBy: 'person', approved: id });
    const during = await test.itsm.approveRehearsal(id, anna);
    expect(during).toMatchObject({ kind: 'delivered', delivery: { status: 'sending' } });
    await test.clock.sleep(61_000, new AbortController().signal);
    const after = await test.itsm.approveRehearsal(id, anna);
    expect(after).toMatchObject({ kind: 'delivered', delivery: { status: 'found', ticket } });
    expect(test.sent).toEqual([]);
  });

  it('of a plugin that never sends is refused, and leaves nothing that waits', async () => {
    const create: ItsmAdapter['create'] = async payload => ({ kind: 'dry-run', payload, warnings: [] });
    const rehearsing: ItsmAdapter = { ...scriptedAdapter({}), writes: false, create };
    const test = testItsm({ adapters: { servicenow: rehearsing } });
    await test.itsm.createTickets(analysisOf('critical', 'a'));
    const [newest] = await test.ledger.dryRuns.of(test.keyOf('a'), 1);
    const approving = test.itsm.approveRehearsal(newest?.id ?? 0n, anna);
    await expect(approving).rejects.toMatchObject({ kind: 'input', message: expect.stringContaining('never sends') });
    expect(await test.itsm.deliveries()).toEqual([]);
    expect((await test.itsm.rehearsal(newest?.id ?? 0n)).decision).toBeUndefined();
  });

  it('is compared by a worker, too: it sends nothing that was not approved, and takes up nothing else', async () => {
    const test = setUp({ create: [created] });
    const { id } = await test.rehearse();
    await test.itsm.pause('servicenow', 'bob');
    await test.itsm.approveRehearsal(id, anna);
    const unapproved = { ...identityOf(test.keyOf('b'), 'b'), environment: 'TEST', severity: 'low' } as const;
    await test.ledger.queue.enqueue([{ ...unapproved, analysis: analysisOf('low', 'b') }]);
    test.config.priority = 'P1';
    await test.itsm.resume('servicenow');
    expect(await worked(test)).toMatchObject([{ error: { kind: 'changed' } }, { status: 'pending', jobId: 'b' }]);
    expect(test.sent).toEqual([]);
    expect(await waitingIn(test)).toHaveLength(1);
  });

  it('is not lost because its platform is away: it is due again later, and a worker sends it', async () => {
    const test = setUp({ create: [...Array.from({ length: 4 }, refused), created] });
    const { id, payload } = await test.rehearse();
    const approval = await test.itsm.approveRehearsal(id, anna);
    expect(approval).toMatchObject({ delivery: { status: 'pending', attempts: 4, notBefore: expect.any(Date) } });
    await test.clock.sleep(31_000, new AbortController().signal);
    expect(await worked(test)).toMatchObject([{ status: 'created', attempts: 5 }]);
    expect(test.sent.at(-1)).toEqual(payload);
  });

  it('and refused by the platform is a dead letter, which a replay sends as it was shown', async () => {
    const test = setUp({ create: [badRequest(), created] });
    const { id, key, payload } = await test.rehearse();
    expect(await test.itsm.approveRehearsal(id, anna)).toMatchObject({ delivery: { status: 'failed' } });
    const replayed = [];
    for await (const one of test.itsm.replay({ key }, { by: 'bob' })) replayed.push(one);
    expect(replayed).toMatchObject([{ status: 'created', attempts: 2 }]);
    expect(test.sent).toEqual([payload, payload]);
    const { entries } = await test.itsm.audit({ limit: 9, key });
    expect(entries.map(({ by, action }) => [by, action])).toEqual([
      ['bob', 'replay'],
      ['anna', 'approve-dry-run'],
    ]);
  });

  it('and refused is sent as it was shown by a replay, also where a later dry run waits', async () => {
    const test = setUp({ create: [badRequest(), created] });
    const { id, key, payload } = await test.rehearse();
    await test.itsm.approveRehearsal(id, anna);
    test.config.priority = 'P1';
    await test.rehearse();
    test.config.priority = 'P2';
    const replayed = [];
    for await (const one of test.itsm.replay({ key }, { by: 'bob' })) replayed.push(one);
    expect(replayed).toMatchObject([{ status: 'created', dryRun: false }]);
    expect(test.sent).toEqual([payload, payload]);
  });

  it('and left to a person by a look-up that cannot tell, is sent once that person approves it', async () => {
    const test = setUp({ create: [silence(), created], find: [notSeen, notSeen, notSeen, notSeen, notSeen, notSeen] });
    const { id, key, payload } = await test.rehearse();
    expect(await test.itsm.approveRehearsal(id, anna)).toMatchObject({ delivery: { status: 'unknown' } });
    const error = { kind: 'outcome-unknown', message: 'no answer' } as const;
    await test.settle('a', { kind: 'needs-review', error, warnings: [] });
    test.clock.advance(3_600_000);
    expect(await test.itsm.approve(key, anna)).toMatchObject({ status: 'created', dryRun: false });
    expect(test.sent).toEqual([payload, payload]);
  });

  it('and in doubt is looked for first', async () => {
    const test = setUp({ find: [absent], create: [created] });
    const claim = { ...identityOf(test.keyOf('a'), 'a'), environment: 'TEST', severity: 'critical' } as const;
    await test.ledger.claim({ ...claim, leaseMs: 1_000, askedBy: 'request' });
    test.clock.advance(300_000);
    const { id } = await test.rehearse();
    expect(await test.itsm.approveRehearsal(id, anna)).toMatchObject({ delivery: { status: 'created' } });
    expect(test.live.calls).toEqual(['find', 'create']);
  });
});

describe('a dry run that is rejected', () => {
  it('is sent by nobody, and a later one of the same job waits again', async () => {
    const test = setUp();
    const { id } = await test.rehearse();
    const reason = 'a \u001b[31mduplicate';
    const rejected = await test.itsm.rejectRehearsal(id, { by: 'anna', reason });
    expect(rejected.decision).toMatchObject({ kind: 'rejected', by: 'anna', reason: 'a  [31mduplicate' });
    expect(await test.itsm.approveRehearsal(id, anna)).toMatchObject({
      kind: 'decided',
      decision: { kind: 'rejected' },
    });
    await expect(test.itsm.rejectRehearsal(id, { by: 'bob' })).rejects.toMatchObject({
      ...{ kind: 'input', message: expect.stringContaining('is rejected already, by anna at ') },
    });
    expect(await test.itsm.deliveries()).toEqual([]);
    const again = await test.rehearse();
    expect(await waitingIn(test)).toEqual([again.id]);
  });
});

describe('what cannot be decided', () => {
  it('is refused with the reason', async () => {
    const test = setUp();
    const { id } = await test.rehearse();
    const elsewhere = testItsm({ adapters: {}, environment: 'PROD', ledger: test.ledger });
    const refusals: readonly [asked: Promise<unknown>, reason: string][] = [
      [test.itsm.approveRehearsal(99n, anna), 'No dry run 99 is on record. "itsm review" lists those that wait.'],
      [
        elsewhere.itsm.approveRehearsal(id, anna),
        `The dry run ${id} is of environment "TEST", which this config is not for.`,
      ],
      [test.itsm.approveRehearsal(id, { by: ' \n' }), 'Say who decides: "by" is empty.'],
      [test.itsm.rehearsals({ limit: 0 }), 'limit: 0 is no size of a page; it is a whole number from 1 to 500.'],
      [
        test.itsm.audit({ limit: 1, after: '1; drop' }),
        'after: "1; drop" is no place in this list; hand in "next" of the page before as it came, or leave it out.',
      ],
    ];
    for (const [asked, message] of refusals) await expect(asked).rejects.toMatchObject({ kind: 'input', message });
    expect(await waitingIn(test)).toEqual([id]);
  });
});

const identityOf = (key: string, jobId: string) => ({
  ...{ key, jobId, integration: 'servicenow', platform: 'servicenow' },
});

/** What is on record once a worker has found nothing to do for a while. */
async function worked({ itsm, ledger, clock }: Pick<ReturnType<typeof setUp>, 'itsm' | 'ledger' | 'clock'>) {
  const stop = new AbortController();
  const { wait } = ledger.queue;
  let left = 30;
  Object.assign(ledger.queue, {
    async wait() {
      clock.advance(1_000);
      if (left-- === 0) stop.abort();
    },
  });
  await itsm.work({ signal: stop.signal });
  Object.assign(ledger.queue, { wait });
  return itsm.deliveries();
}
