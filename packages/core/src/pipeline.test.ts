import { describe, expect, it } from 'vitest';
import { badRequest, refused, silence, unauthorized, unreadable } from './__tests__/failures.ts';
import { fakeClock } from './__tests__/fake-clock.ts';
import { analysisOf, connectedTo, draftOf, keyOf, notAborted, policy, ticket } from './__tests__/samples.ts';
import { absent, created, found, type Script, scriptedAdapter } from './__tests__/scripted-adapter.ts';
import type { Connected } from './connected.ts';
import type { Created, DryRunRecord, EventSink, ItsmEvent, Ledger } from './contracts.ts';
import { fanOut } from './emit/fan-out.ts';
import { ItsmError } from './itsm-error.ts';
import { createPipeline } from './pipeline.ts';
import { createMemoryLedger, type MemoryJob } from './record/memory/create-memory-ledger.ts';
import { createOnce } from './send/create-once.ts';

const afterTheSettleWindow = policy.leaseMs + policy.settleWindowMs;

/** A ledger with its second doors open, a sink that remembers, and a pipeline over both. */
function setUp(overrides: { readonly ledger?: Partial<Ledger>; readonly sink?: EventSink } = {}) {
  const clock = fakeClock();
  const events: ItsmEvent[] = [];
  const dryRuns: DryRunRecord[] = [];
  const jobs = new Map<string, MemoryJob>();
  const told: ItsmEvent[] = [];
  const ledger = { ...createMemoryLedger({ clock, events, dryRuns, jobs }), ...overrides.ledger };
  const sink = overrides.sink ?? { emit: (event: ItsmEvent) => told.push(event) };
  const pipeline = createPipeline({ ledger, sink, clock, createOnce: createOnce({ clock, random: () => 0.5 }) });
  const deliver = (connected: Connected, signal = notAborted) =>
    pipeline(analysisOf(), connected, { askedBy: 'request', signal });
  const play = async (script: Script, draft?: Connected['draft']) => {
    const adapter = scriptedAdapter(script);
    const delivery = await deliver(connectedTo(adapter, draft));
    return { delivery, calls: adapter.calls };
  };
  return { clock, events, dryRuns, jobs, told, ledger, deliver, play, types: () => events.map(({ type }) => type) };
}

const brokenTemplate = () => {
  throw new ItsmError('template', 'incident.md:3: expected "endif"');
};
const wouldCreate: Created = { kind: 'dry-run', payload: { title: 'Checkout requests time out' }, warnings: [] };
const identity = { key: keyOf('abc123'), jobId: 'abc123', integration: 'servicenow', platform: 'servicenow' };

describe('the pipeline: a ticket is created', () => {
  it('answers with the ticket, and what it took', async () => {
    const { clock, play } = setUp();
    const takesAWhile = () => {
      clock.advance(450);
      return created;
    };
    expect((await play({ create: [takesAWhile] })).delivery).toEqual({
      ...identity,
      status: 'created',
      success: true,
      existing: false,
      ticket,
      attempts: 1,
      durationMs: 450,
      dryRun: false,
      warnings: [],
    });
  });

  it('leaves a row, the job and an event, and tells the sinks of that same event', async () => {
    const { play, ledger, jobs, events, told } = setUp();
    await play({ create: [created] });
    expect(await ledger.deliveries({})).toMatchObject([{ ...identity, status: 'created', ticket, attempts: 1 }]);
    expect(jobs.get('abc123')).toEqual({ ticketCreated: true, lastStatus: 'created' });
    expect(events).toMatchObject([{ id: 1n, type: 'ticket-created', ...identity, ticket, attempt: 1, dryRun: false }]);
    expect(told).toEqual(events);
  });

  it('tells the sinks after the record is written, not before', async () => {
    const seen: string[] = [];
    const clock = fakeClock();
    const ledger = createMemoryLedger({ clock });
    const settle: Ledger['settle'] = async (token, settlement) => {
      const event = await ledger.settle(token, settlement);
      seen.push('settled');
      return event;
    };
    const { play } = setUp({
      ledger: { ...ledger, settle },
      sink: { emit: ({ type }) => seen.push(type) },
    });
    await play({ create: [created] });
    expect(seen).toEqual(['settled', 'ticket-created']);
  });

  it('answers a second call with the same ticket, and asks the platform nothing', async () => {
    const { play, types } = setUp();
    await play({ create: [created] });
    const { delivery, calls } = await play({});
    expect(delivery).toMatchObject({ status: 'created', success: true, existing: true, ticket, attempts: 1 });
    expect(calls).toEqual([]);
    expect(types()).toEqual(['ticket-created']);
  });

  it('tells of each retry before the end', async () => {
    const { play, events } = setUp();
    await play({ create: [refused(), refused(), created] });
    expect(events).toMatchObject([
      { type: 'ticket-retrying', attempt: 1, error: { kind: 'unavailable' } },
      { type: 'ticket-retrying', attempt: 2, durationMs: 1000 },
      { type: 'ticket-created', attempt: 3, durationMs: 3000 },
    ]);
  });
});

describe('the pipeline: a failure is an outcome on record', () => {
  it('a refusal: failed with the words of the platform, the job without a ticket', async () => {
    const { play, ledger, jobs, types } = setUp();
    const { delivery } = await play({ create: [badRequest()] });
    const error = { kind: 'rejected', status: 400, message: 'priority: Specify a valid value for priority' };
    expect(delivery).toMatchObject({ status: 'failed', success: false, existing: false, attempts: 1, error });
    expect(await ledger.deliveries({})).toMatchObject([{ status: 'failed', error }]);
    expect(jobs.get('abc123')).toEqual({ ticketCreated: false, lastStatus: 'failed' });
    expect(types()).toEqual(['ticket-failed']);
  });

  it('a broken template: a failed row with its event, nothing sent; repaired, it is created', async () => {
    const { play, ledger, events } = setUp();
    const broken = await play({}, brokenTemplate);
    expect(broken.delivery).toMatchObject({ status: 'failed', attempts: 0, error: { kind: 'template' } });
    expect(broken.calls).toEqual([]);
    expect(await ledger.deliveries({})).toMatchObject([{ status: 'failed', attempts: 0 }]);
    expect(events).toMatchObject([{ type: 'ticket-failed', error: { message: 'incident.md:3: expected "endif"' } }]);

    const repaired = await play({ create: [created] });
    expect(repaired.delivery).toMatchObject({ status: 'created', existing: false });
    expect(repaired.calls).toEqual(['create']);
  });

  it('a template that breaks while a send is in doubt: unknown, and the doubt is kept', async () => {
    const { clock, play } = setUp();
    await play({ create: [silence()], find: [absent, absent, absent] });
    clock.advance(afterTheSettleWindow);
    const broken = await play({}, brokenTemplate);
    expect(broken.delivery).toMatchObject({ status: 'unknown', error: { kind: 'template' } });

    const repaired = await play({ find: [found] });
    expect(repaired.delivery).toMatchObject({ status: 'found', success: true, existing: true, ticket });
    expect(repaired.calls).toEqual(['find']);
  });

  it('an unknown outcome is taken up by the next call, with the sends of both counted', async () => {
    const { clock, play } = setUp();
    const first = await play({ create: [silence()], find: [absent, absent, absent] });
    expect(first.delivery).toMatchObject({ status: 'unknown', attempts: 1, error: { kind: 'outcome-unknown' } });
    clock.advance(afterTheSettleWindow);
    const second = await play({ find: [absent], create: [created] });
    expect(second.delivery).toMatchObject({ status: 'created', attempts: 2 });
    expect(second.calls).toEqual(['find', 'create']);
  });

  it('a delivery that is not due yet is left alone', async () => {
    const { play } = setUp();
    const later = new ItsmError('rate-limited', 'Too many requests', { status: 429, retryAfterMs: 3_600_000 });
    const notBefore = new Date('2025-10-27T11:30:00Z');
    expect((await play({ create: [later] })).delivery).toMatchObject({ status: 'pending', success: false, notBefore });
    const { delivery, calls } = await play({});
    expect(delivery).toMatchObject({ status: 'pending', success: false, notBefore });
    expect(calls).toEqual([]);
  });

  it('an adapter that writes and answers as a dry run is a defect of its plugin', async () => {
    const { play } = setUp();
    const { delivery } = await play({ create: [wouldCreate] });
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'rejected' } });
    expect(delivery).not.toHaveProperty('payload');
  });
});

describe('the pipeline: a dry run', () => {
  const script: Script = { writes: false, create: [wouldCreate] };

  it('shows the payload, and appends to the dry runs', async () => {
    const { play, dryRuns, events, told } = setUp();
    const { delivery } = await play(script);
    expect(delivery).toMatchObject({ status: 'dry_run', success: true, existing: false, dryRun: true, attempts: 0 });
    expect(delivery.payload).toEqual({ title: 'Checkout requests time out' });
    expect(dryRuns).toMatchObject([{ ...identity, payload: { title: 'Checkout requests time out' }, warnings: [] }]);
    expect(events).toMatchObject([{ type: 'ticket-dry-run', dryRun: true, payload: wouldCreate.payload }]);
    expect(told).toEqual(events);
  });

  it('claims nothing, settles nothing, and a later live call delivers', async () => {
    const { play, ledger, jobs } = setUp();
    await play(script);
    expect(await ledger.deliveries({})).toEqual([]);
    expect(jobs.size).toBe(0);
    expect((await play({ create: [created] })).delivery).toMatchObject({ status: 'created', existing: false });
  });

  it('may be made after the live ticket, and leaves it as it is', async () => {
    const { play, ledger } = setUp();
    await play({ create: [created] });
    expect((await play(script)).delivery).toMatchObject({ status: 'dry_run' });
    expect(await ledger.deliveries({})).toMatchObject([{ status: 'created', ticket }]);
  });

  it('with a broken template: failed, with an event, no row and no dry run', async () => {
    const { play, ledger, dryRuns, events } = setUp();
    const { delivery } = await play({ writes: false }, brokenTemplate);
    expect(delivery).toMatchObject({ status: 'failed', dryRun: true, error: { kind: 'template' } });
    expect(events).toMatchObject([{ type: 'ticket-failed', dryRun: true }]);
    expect(dryRuns).toEqual([]);
    expect(await ledger.deliveries({})).toEqual([]);
  });
});

describe('the pipeline: two processes', () => {
  it('answers "sending" while another one holds the claim', async () => {
    const { deliver } = setUp();
    const asked = Promise.withResolvers<void>();
    const answer = Promise.withResolvers<Created>();
    const slow = scriptedAdapter({
      create: [
        () => {
          asked.resolve();
          return answer.promise;
        },
      ],
    });
    const first = deliver(connectedTo(slow));
    await asked.promise;
    const idle = scriptedAdapter({});
    expect(await deliver(connectedTo(idle))).toMatchObject({ ...identity, status: 'sending', success: false });
    expect(idle.calls).toEqual([]);
    answer.resolve(created);
    expect(await first).toMatchObject({ status: 'created' });
  });

  it('answers with what another process made of it where its result came too late, and tells nobody of its own', async () => {
    const { told, deliver, clock, ledger, play } = setUp();
    const overtaken = scriptedAdapter({
      create: [
        async () => {
          clock.advance(afterTheSettleWindow);
          await play({ find: [found] });
          return created;
        },
      ],
    });
    expect(await deliver(connectedTo(overtaken))).toMatchObject({ status: 'found', existing: true });
    expect(await ledger.deliveries({})).toMatchObject([{ status: 'found' }]);
    expect(told.map(({ type }) => type)).toEqual(['ticket-found']);
  });

  it('stops between two turns where another one took over', async () => {
    const { play, ledger } = setUp({ ledger: { renew: async () => false } });
    const { delivery, calls } = await play({ create: [refused()] });
    expect(delivery).toMatchObject({ status: 'sending' });
    expect(calls).toEqual(['create']);
    expect(await ledger.deliveries({})).toMatchObject([{ status: 'sending' }]);
  });
});

describe('the pipeline: what surrounds it fails', () => {
  it('delivers though a sink throws, and the other sinks hear of it', async () => {
    const heard: string[] = [];
    const errors: unknown[] = [];
    const broken: EventSink = {
      emit() {
        throw new Error('disk full');
      },
    };
    const sink = fanOut([broken, { emit: ({ type }) => heard.push(type) }], error => errors.push(error));
    const { play } = setUp({ sink });
    expect((await play({ create: [created] })).delivery).toMatchObject({ status: 'created' });
    expect(heard).toEqual(['ticket-created']);
    expect(errors).toMatchObject([{ message: 'disk full' }]);
  });

  const gone = new ItsmError('ledger', 'The database is not there.');

  it('rejects with nothing sent where the ledger is gone before the claim', async () => {
    const { deliver } = setUp({ ledger: { claim: () => Promise.reject(gone) } });
    const adapter = scriptedAdapter({ create: [created] });
    await expect(deliver(connectedTo(adapter))).rejects.toBe(gone);
    expect(adapter.calls).toEqual([]);
  });

  it('rejects where the ledger goes after the send; the next call finds the ticket', async () => {
    const { clock, deliver, ledger, play } = setUp();
    const { settle } = ledger;
    ledger.settle = () => Promise.reject(gone);
    await expect(deliver(connectedTo(scriptedAdapter({ create: [created] })))).rejects.toBe(gone);
    ledger.settle = settle;
    clock.advance(afterTheSettleWindow);
    const { delivery, calls } = await play({ find: [found] });
    expect(delivery).toMatchObject({ status: 'found', ticket });
    expect(calls).toEqual(['find']);
  });

  it('never rejects for the platform, whatever it does', async () => {
    for (const failure of [badRequest(), unauthorized(), unreadable(), silence(), new TypeError('x'), new Error('')]) {
      const { play } = setUp();
      const { delivery } = await play({ create: Array.from({ length: 4 }, () => failure), find: [] });
      expect(['failed', 'unknown']).toContain(delivery.status);
      expect(delivery.error?.message).toBeTypeOf('string');
    }
  });

  it('renders once per call, whatever the number of sends', async () => {
    let renderings = 0;
    const { play } = setUp();
    await play({ create: [refused(), refused(), created] }, analysis => {
      renderings++;
      return draftOf(analysis);
    });
    expect(renderings).toBe(1);
  });
});
