import { describe, expect, it } from 'vitest';
import { badRequest, brokenAnswer, refused, silence, unreadable } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, connectedTo, draftOf, keyOf, notAborted, policy, ticket } from '../__tests__/samples.ts';
import { absent, created, type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { createApplyChange } from '../change/apply-change.ts';
import type { AskedBy, Created, DeliveryPolicy, ItsmEvent, Ledger, TicketState } from '../contracts.ts';
import { createPipeline } from '../pipeline.ts';
import { createMemoryLedger, type MemoryJob } from '../record/memory/create-memory-ledger.ts';
import { createOnce } from '../send/create-once.ts';
import { createRecur } from './recur.ts';

const day = 86_400_000;
const updated = { ticket, warnings: [] };
const open: TicketState = { kind: 'open' };
const second = { ...ticket, id: 'b2', key: 'INC0012399' };
const createdSecond: Created = { kind: 'created', ticket: second, warnings: [] };

interface Playing {
  readonly jobId?: string;
  readonly fingerprint?: string;
  readonly askedBy?: AskedBy;
  readonly policy?: Partial<DeliveryPolicy>;
}

/** A pipeline on which the problem "pool" has INC0012345 since job "first", and what happened after that. */
async function setUp(overrides: (ledger: Ledger) => Partial<Ledger> = () => ({})) {
  const clock = fakeClock();
  const events: ItsmEvent[] = [];
  const jobs = new Map<string, MemoryJob>();
  const memory = createMemoryLedger({ clock, events, jobs });
  const ledger = { ...memory, ...overrides(memory) };
  const deps = { ledger, clock, random: () => 0.5, sink: { emit() {} } };
  const recur = createRecur({ ...deps, applyChange: createApplyChange(deps) });
  const pipeline = createPipeline({ ...deps, recur, createOnce: createOnce(deps) });
  const play = async (onRecurrence: DeliveryPolicy['onRecurrence'], script: Script, over: Playing = {}) => {
    const { jobId = 'next', fingerprint = 'pool', askedBy = 'request' } = over;
    const adapter = scriptedAdapter(script);
    const connected = connectedTo(adapter, draftOf);
    const integration = { ...connected.integration, policy: { ...policy, onRecurrence, ...over.policy } };
    const analysis = { ...analysisOf('critical', jobId), fingerprint };
    const delivery = await pipeline(analysis, { ...connected, integration }, { askedBy, signal: notAborted });
    return { delivery, calls: adapter.calls, changes: adapter.changes, changed: adapter.changed };
  };
  await play('comment', { create: [created] }, { jobId: 'first' });
  events.length = 0;
  const record = async (jobId = 'next') => (await memory.deliveries({ jobId }))[0];
  /** The next delivery's process ends in the middle of it, the claim taken. */
  const crash = async () => {
    const identity = { key: keyOf('next'), jobId: 'next', integration: 'servicenow', platform: 'servicenow' };
    const lane = { environment: 'TEST', severity: 'critical', fingerprint: 'pool' } as const;
    await memory.claim({ ...identity, ...lane, leaseMs: policy.leaseMs, askedBy: 'request' });
  };
  return { clock, events, jobs, ledger: memory, play, record, crash, types: () => events.map(({ type }) => type) };
}
const doneSince = (since: Date): TicketState => ({ kind: 'done', wontFix: false, since });

describe('a problem that has an open ticket', () => {
  it('gets a note there, and no second ticket: found, with a warning that says so', async () => {
    const { play, record, jobs, types } = await setUp();
    const { delivery, calls, changes, changed } = await play('comment', { read: [open], update: [updated] });
    const message = 'The problem "pool" has INC0012345 already: a note was added to it, and no ticket created.';
    expect(delivery).toMatchObject({ status: 'found', success: true, existing: true, ticket, attempts: 0 });
    expect(delivery.warnings).toEqual([{ code: 'recurrence', message }]);
    expect(calls).toEqual(['read', 'update']);
    expect(changes).toMatchObject([{ kind: 'note', audience: 'internal', id: `recurrence-note:${keyOf('next')}` }]);
    expect(changed).toEqual([{ id: ticket.id, key: keyOf('first') }]);
    expect(types()).toEqual(['ticket-updated', 'ticket-found']);
    expect(await record()).toMatchObject({ status: 'found', ticket, fingerprint: 'pool' });
    expect(jobs.get('next')).toEqual({ ticketCreated: true, lastStatus: 'found' });
  });

  it('gets nothing where recurrences are ignored', async () => {
    const { play, types } = await setUp();
    const { delivery, calls } = await play('ignore', { read: [open] });
    expect(delivery).toMatchObject({ status: 'found', ticket, warnings: [{ code: 'recurrence' }] });
    expect(calls).toEqual(['read']);
    expect(types()).toEqual(['ticket-found']);
  });

  it('gets a note where reopening is asked for: it is open', async () => {
    const { play } = await setUp();
    const { changes } = await play('reopen', { read: [open], update: [updated] });
    expect(changes.map(({ kind }) => kind)).toEqual(['note']);
  });

  it('is taken for open by a plugin that cannot read tickets', async () => {
    const { play } = await setUp();
    expect((await play('comment', { update: [updated] })).delivery).toMatchObject({ status: 'found', ticket });
  });
});

describe('a problem whose ticket is done', () => {
  it('reopens it within the window, and gets a note', async () => {
    const { play, clock } = await setUp();
    const read = [doneSince(clock.now())];
    clock.advance(7 * day);
    const { delivery, changes } = await play('reopen', { read, update: [updated, updated] });
    expect(changes.map(({ kind }) => kind)).toEqual(['reopen', 'note']);
    expect(delivery.warnings).toMatchObject([{ code: 'recurrence', message: expect.stringContaining('reopened') }]);
  });

  it('gets a ticket of its own after the window, and where comments are asked for', async () => {
    const { play, clock } = await setUp();
    const read = [doneSince(clock.now())];
    clock.advance(7 * day + 1);
    expect((await play('reopen', { read, create: [createdSecond] })).delivery).toMatchObject({ status: 'created' });
    const other = await play('comment', { read, create: [createdSecond] }, { jobId: 'third' });
    expect(other.delivery).toMatchObject({ status: 'created', warnings: [] });
  });

  it('counts the window from the day on which it was last seen open, where the platform does not tell', async () => {
    const { play, clock } = await setUp();
    const read: readonly TicketState[] = [{ kind: 'done', wontFix: false }];
    clock.advance(6 * day);
    const soon = await play('reopen', { read, update: [updated, updated] });
    expect(soon.delivery).toMatchObject({ status: 'found' });
    clock.advance(8 * day);
    const late = await play('reopen', { read, create: [createdSecond] }, { jobId: 'third' });
    expect(late.delivery).toMatchObject({ status: 'created' });
  });

  it('gets nothing when it will not be mended, with a warning', async () => {
    const { play } = await setUp();
    const read: readonly TicketState[] = [{ kind: 'done', wontFix: true }];
    for (const choice of ['comment', 'reopen', 'ignore'] as const) {
      const { delivery, calls } = await play(choice, { read }, { jobId: choice });
      expect(delivery).toMatchObject({ status: 'found', ticket, warnings: [{ code: 'recurrence-of-wont-fix' }] });
      expect(calls).toEqual(['read']);
    }
  });

  it('gets a ticket of its own when the earlier one is gone', async () => {
    const { play } = await setUp();
    const { delivery } = await play('comment', { read: [{ kind: 'gone' }], create: [createdSecond] });
    expect(delivery).toMatchObject({ status: 'created', ticket: second });
  });
});

describe('which ticket is the earlier one', () => {
  it('none: another fingerprint, no fingerprint, or a config that does not ask', async () => {
    const { play } = await setUp();
    const scripts = { create: [createdSecond] };
    expect((await play('comment', scripts, { jobId: 'a', fingerprint: 'disk' })).calls).toEqual(['create']);
    expect((await play('comment', scripts, { jobId: 'b', fingerprint: '' })).calls).toEqual(['create']);
    expect((await play('create', scripts, { jobId: 'c' })).calls).toEqual(['create']);
  });

  it('the newest one, whoever it was that recurred on it', async () => {
    const { play, clock } = await setUp();
    clock.advance(day);
    await play('comment', { read: [doneSince(clock.now())], create: [createdSecond] }, { jobId: 'second' });
    clock.advance(day);
    await play('comment', { read: [open], update: [updated] }, { jobId: 'third' });
    clock.advance(day);
    const { delivery, changed } = await play('comment', { read: [open], update: [updated] }, { jobId: 'fourth' });
    expect(delivery.ticket).toEqual(second);
    // The key is that of the delivery which created the ticket: it is what the ticket carries.
    expect(changed).toEqual([{ id: second.id, key: keyOf('second') }]);
  });

  it('not that of the job itself: the same analysis again is answered from the record', async () => {
    const { play } = await setUp();
    const { delivery, calls } = await play('comment', {}, { jobId: 'first' });
    expect(delivery).toMatchObject({ status: 'created', existing: true });
    expect(calls).toEqual([]);
  });
});

describe('when the earlier ticket cannot be read', () => {
  it('is asked again, and has failed after the quick retries: no second ticket', async () => {
    const { play, clock } = await setUp();
    const read = Array.from({ length: 4 }, () => unreadable());
    const { delivery, calls } = await play('comment', { read });
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'unavailable' } });
    expect(calls).toEqual(['read', 'read', 'read', 'read']);
    expect(clock.waits).toEqual([1000, 2000, 4000]);
    expect((await play('comment', { read: [open], update: [updated] })).delivery).toMatchObject({ status: 'found' });
  });

  it('waits for the next round of a worker', async () => {
    const { play, record } = await setUp();
    const read = Array.from({ length: 4 }, () => unreadable());
    expect((await play('comment', { read }, { askedBy: 'schedule' })).delivery).toMatchObject({ status: 'pending' });
    expect(await record()).toMatchObject({ rounds: 1, error: { kind: 'unavailable' } });
  });
});

describe('when the note does not arrive', () => {
  it('has failed with the platform’s words, and is tried again on the same ticket', async () => {
    const { play } = await setUp();
    const { delivery } = await play('comment', { read: [open], update: [badRequest()] });
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'rejected', status: 400 } });
    expect((await play('comment', { read: [open], update: [updated] })).delivery).toMatchObject({ status: 'found' });
  });

  it('waits while it may still come, and is then looked for before it is written again', async () => {
    const { play, clock, record } = await setUp();
    const findChange = Array.from({ length: 4 }, () => 'absent' as const);
    const { delivery } = await play('comment', { read: [open], update: [silence()], findChange });
    expect(delivery).toMatchObject({ status: 'pending', error: { kind: 'outcome-unknown' } });
    expect(delivery.notBefore).toBeInstanceOf(Date);
    clock.advance(policy.settleWindowMs);
    // Closed in the meantime: the note was begun, so that there is nothing to decide any more.
    const later = await play('comment', { read: [doneSince(clock.now())], findChange: ['applied'] });
    expect(later).toMatchObject({ delivery: { status: 'found', ticket }, calls: ['findChange'] });
    expect(await record()).toMatchObject({ status: 'found' });
  });

  it('is a worker’s to try again after an outage that answers', async () => {
    const { play } = await setUp();
    const update = Array.from({ length: 4 }, () => brokenAnswer(502));
    const findChange = Array.from({ length: 4 }, () => 'absent' as const);
    const { delivery } = await play('comment', { read: [open], update, findChange }, { askedBy: 'schedule' });
    expect(delivery).toMatchObject({ status: 'pending', error: { kind: 'outcome-unknown', status: 502 } });
  });

  it('is a person’s to settle where no look can tell', async () => {
    const { play, record } = await setUp();
    const { delivery } = await play('comment', { read: [open], update: [silence()] });
    expect(delivery).toMatchObject({ status: 'needs_review' });
    expect(delivery.error?.message).toContain(`end the delivery with "itsm review approve ${keyOf('next')}"`);
    expect((await play('comment', {})).delivery).toMatchObject({ status: 'needs_review' });
    const approved = await play('comment', {}, { askedBy: 'person' });
    expect(approved).toMatchObject({ delivery: { status: 'found', ticket }, calls: [] });
    expect(approved.delivery.warnings.map(({ code }) => code)).toEqual(['recurrence', 'recurrence-note-unsure']);
    expect(await record()).toMatchObject({ status: 'found' });
  });

  it('waits for another process that is at it', async () => {
    const { play, ledger } = await setUp();
    const identity = { key: keyOf('first'), jobId: 'next', integration: 'servicenow', platform: 'servicenow' };
    const changeId = `recurrence-note:${keyOf('next')}`;
    await ledger.changes.claim({ ...identity, changeId, kind: 'note', leaseMs: policy.leaseMs });
    const { delivery, calls } = await play('comment', {});
    expect(delivery).toMatchObject({ status: 'pending', error: { kind: 'held' } });
    expect(calls).toEqual([]);
  });
});

describe('a process that ends in the middle', () => {
  it('before the note: the look comes first, then the note, and no ticket', async () => {
    const { play, crash, clock } = await setUp();
    await crash();
    clock.advance(policy.leaseMs + policy.settleWindowMs);
    const { delivery, calls } = await play('comment', { find: [absent], read: [open], update: [updated] });
    expect(delivery).toMatchObject({ status: 'found', ticket });
    expect(calls).toEqual(['find', 'read', 'update']);
  });

  it('between the note and the record: the note is there, and not written again', async () => {
    let dies = true;
    const gone = new Promise<never>(() => {});
    const { play, clock, events } = await setUp(({ settle }) => ({
      settle: (token, settlement) => (dies && settlement.outcome.kind === 'found' ? gone : settle(token, settlement)),
    }));
    const dead = play('comment', { read: [open], update: [updated] });
    expect(await Promise.race([dead, new Promise(resolve => setImmediate(resolve, 'dead'))])).toBe('dead');
    dies = false;
    clock.advance(policy.leaseMs + policy.settleWindowMs);
    // The ticket is done by now, which would be a reason for a new one.
    const { delivery, calls } = await play('comment', { find: [absent], read: [doneSince(clock.now())] });
    expect(delivery).toMatchObject({ status: 'found', ticket });
    expect(calls).toEqual(['find']);
    expect(events.filter(({ type }) => type === 'ticket-updated')).toHaveLength(1);
  });

  it('after the request for a ticket of its own: the look finds that ticket, and nothing is decided again', async () => {
    const { play, crash, clock } = await setUp();
    await crash();
    clock.advance(policy.leaseMs);
    const found = { kind: 'found', ticket: second, twins: [] } as const;
    const { delivery, calls } = await play('comment', { find: [found] });
    expect(delivery).toMatchObject({ status: 'found', ticket: second, warnings: [] });
    expect(calls).toEqual(['find']);
  });
});

describe('a process whose delivery another one took over', () => {
  it('writes no note: whoever has it writes its own', async () => {
    const { play, types } = await setUp(() => ({ renew: async () => false }));
    const { calls } = await play('comment', { read: [open], update: [updated] });
    expect(calls).toEqual(['read']);
    expect(types()).toEqual([]);
  });

  it('does not read the ticket again after a wait', async () => {
    const { play, clock } = await setUp(() => ({ renew: async () => false }));
    const { calls } = await play('comment', { read: [unreadable(), open], update: [updated] });
    expect(calls).toEqual(['read']);
    expect(clock.waits).toEqual([1000]);
  });
});

it('is no longer decided once a ticket of its own has been sent for', async () => {
  const { play, crash, clock } = await setUp();
  await crash();
  clock.advance(policy.leaseMs + policy.settleWindowMs);
  const create = [brokenAnswer(502), createdSecond];
  const script: Script = { read: [doneSince(clock.now())], create, find: [absent, absent] };
  const { delivery, calls } = await play('comment', script);
  expect(delivery).toMatchObject({ status: 'created', ticket: second });
  expect(calls).toEqual(['find', 'read', 'create', 'find', 'create']);
});

it('takes no place among the tickets of the hour', async () => {
  const { play } = await setUp();
  const full = { policy: { limits: { ...policy.limits, ticketsPerHour: 1 } } };
  await play('create', { create: [createdSecond] }, { jobId: 'fills the hour', fingerprint: 'disk', ...full });
  const noted = await play('comment', { read: [open], update: [updated] }, full);
  expect(noted.delivery).toMatchObject({ status: 'found' });
  const own = await play('comment', { read: [{ kind: 'gone' }] }, { jobId: 'own', ...full });
  expect(own.delivery).toMatchObject({ status: 'pending', error: { kind: 'held' } });
});

it('shows the create payload in a dry run, whatever is on record', async () => {
  const { play } = await setUp();
  const wouldCreate: Created = { kind: 'dry-run', payload: { title: 'x' }, warnings: [] };
  const { delivery, calls } = await play('comment', { writes: false, create: [wouldCreate] });
  expect(delivery).toMatchObject({ status: 'dry_run', payload: { title: 'x' } });
  expect(calls).toEqual(['create']);
});

it('is not asked of what somebody has approved: the ticket that was shown is made, and no note that was not', async () => {
  const { play, ledger, crash, clock } = await setUp();
  const identity = { key: keyOf('next'), jobId: 'next', integration: 'servicenow', platform: 'servicenow' };
  const analysis = { ...analysisOf('critical', 'next'), fingerprint: 'pool' };
  const delivery = { ...identity, environment: 'TEST', severity: 'critical', fingerprint: 'pool', analysis } as const;
  const payload = scriptedAdapter({}).prepare(draftOf(analysis));
  const event = {
    ...identity,
    type: 'ticket-dry-run',
    at: clock.now(),
    dryRun: true,
    attempt: 0,
    durationMs: 0,
  } as const;
  const approve = async () => {
    const dryRun = { ...delivery, payload, warnings: [], unresolved: [] };
    const { record } = await ledger.dryRuns.record(dryRun, { ...event, warnings: [] });
    await ledger.dryRuns.decide(record.id, { kind: 'approved', by: 'anna', delivery });
  };
  await crash();
  clock.advance(policy.leaseMs + policy.settleWindowMs);
  await approve();
  const asked = { askedBy: 'schedule' } as const;
  const refusedFirst = await play('comment', { find: [absent], read: [open], create: [badRequest()] }, asked);
  expect(refusedFirst).toMatchObject({ delivery: { status: 'failed' }, calls: ['find', 'create'] });
  await approve();
  const { delivery: made, calls } = await play('comment', { read: [open], create: [createdSecond] }, asked);
  expect(made).toMatchObject({ status: 'created', ticket: second, warnings: [] });
  expect(calls).toEqual(['create']);
});

it('sends again a note that was certainly not taken', async () => {
  const { play } = await setUp();
  const { delivery, calls } = await play('comment', { read: [open], update: [refused(), updated] });
  expect(delivery).toMatchObject({ status: 'found' });
  expect(calls).toEqual(['read', 'update', 'update']);
});
