import { Registry } from 'prom-client';
import { describe, expect, it } from 'vitest';
import { badRequest, silence } from './__tests__/failures.ts';
import { type FakeClock, fakeClock } from './__tests__/fake-clock.ts';
import { analysisOf, connectedTo, draftOf, integration, policy, ticket } from './__tests__/samples.ts';
import {
  absent,
  created,
  found,
  type Script,
  type ScriptedAdapter,
  scriptedAdapter,
} from './__tests__/scripted-adapter.ts';
import { createApplyChange } from './change/apply-change.ts';
import type { Connected } from './connected.ts';
import type { Created, Updated } from './contracts.ts';
import { openItsm } from './open-itsm.ts';
import { createPipeline } from './pipeline.ts';
import { createMemoryLedger } from './record/memory/create-memory-ledger.ts';
import { takesNothingOut } from './redact/create-redactor.ts';
import { createOnce } from './send/create-once.ts';
import { createUpdate } from './update.ts';

const updated: Updated = { ticket, warnings: [] };
const note = { note: 'Rolled back.' };

interface SetUp {
  readonly adapters: Readonly<Record<string, ScriptedAdapter>>;
  readonly disabled?: readonly string[];
  readonly clock?: FakeClock;
}

/** An Itsm over one scripted adapter for each integration, and what happened at its end. */
function setUp({ adapters, disabled = [], clock = fakeClock() }: SetUp) {
  const closed: string[] = [];
  const memory = createMemoryLedger({ clock });
  const ledger = { ...memory, close: async () => void closed.push('ledger') };
  const sink = { emit() {}, close: async () => void closed.push('sink') };
  const random = () => 0.5;
  const connected = Object.entries(adapters).map(([name, adapter]): Connected => {
    const keyOf = (jobId: string) => `${name}-${jobId}`;
    const one = connectedTo(adapter, analysis => ({ ...draftOf(analysis), key: keyOf(analysis.job.id) }));
    const lane = { ...one.lane, id: { environment: 'TEST', integration: name } };
    return { ...one, integration: { ...integration, name }, lane, keyOf };
  });
  let last = 0;
  const itsm = openItsm({
    connected,
    disabled: disabled.map(name => ({ ...integration, name, enabled: false })),
    environment: 'TEST',
    ...{ ledger, sink, clock, metrics: () => new Registry() },
    deliver: createPipeline({ ledger, sink, clock, createOnce: createOnce({ clock, random }) }),
    update: createUpdate({ applyChange: createApplyChange({ ledger, sink, clock, random }), clock }),
    redactor: takesNothingOut,
    newId: () => `change-${++last}`,
  });
  return { itsm, closed, ledger };
}
const adapterOf = (script: Script) => scriptedAdapter(script);

describe('createTickets', () => {
  it('makes one delivery per integration, and says which are switched off', async () => {
    const adapters = { servicenow: adapterOf({ create: [created] }), jira: adapterOf({ create: [created] }) };
    const { itsm } = setUp({ adapters, disabled: ['pagerduty'] });
    expect(await itsm.createTickets(analysisOf())).toMatchObject([
      { integration: 'servicenow', status: 'created' },
      { integration: 'jira', status: 'created' },
      { integration: 'pagerduty', status: 'skipped', success: false, warnings: [{ code: 'disabled' }] },
    ]);
  });

  it('is not held up by an integration that fails', async () => {
    const adapters = { servicenow: adapterOf({ create: [badRequest()] }), jira: adapterOf({ create: [created] }) };
    const { itsm } = setUp({ adapters });
    expect(await itsm.createTickets(analysisOf())).toMatchObject([{ status: 'failed' }, { status: 'created' }]);
  });

  it('rejects what is no analysis, with nothing sent', async () => {
    const servicenow = adapterOf({ create: [created] });
    const { itsm } = setUp({ adapters: { servicenow } });
    await expect(itsm.createTickets({ job: {} })).rejects.toMatchObject({ kind: 'input' });
    expect(servicenow.calls).toEqual([]);
  });

  it('stays until an unknown outcome is settled, where it is asked to', async () => {
    const clock = fakeClock();
    const servicenow = adapterOf({ create: [silence()], find: [...Array.from({ length: 9 }, () => absent), found] });
    const { itsm } = setUp({ adapters: { servicenow }, clock });
    const began = clock.now().getTime();
    expect(await itsm.createTickets(analysisOf(), { wait: true })).toMatchObject([{ status: 'found' }]);
    expect(clock.now().getTime() - began).toBeLessThan(policy.settleWindowMs);
  });
});

describe('updateTickets', () => {
  const twoTickets = async (update: readonly Updated[]) => {
    const adapters = {
      servicenow: adapterOf({ create: [created], update }),
      jira: adapterOf({ create: [created], update }),
    };
    const { itsm, ledger } = setUp({ adapters });
    await itsm.createTickets(analysisOf());
    return { itsm, ledger, adapters };
  };

  it('writes a note to each ticket of the job', async () => {
    const { itsm, adapters } = await twoTickets([updated]);
    expect(await itsm.updateTickets('abc123', note)).toMatchObject([
      { integration: 'servicenow', status: 'updated', ticket },
      { integration: 'jira', status: 'updated', ticket },
    ]);
    for (const { changes } of Object.values(adapters)) expect(changes).toMatchObject([{ kind: 'note' }]);
  });

  it('changes the fields first, and writes the note when that is done', async () => {
    const order: string[] = [];
    const slow = async () => {
      order.push('fields');
      await new Promise(resolve => setImmediate(resolve));
      order.push('fields done');
      return updated;
    };
    const last = () => {
      order.push('note');
      return updated;
    };
    const servicenow = adapterOf({ create: [created], update: [slow, last] });
    const { itsm } = setUp({ adapters: { servicenow } });
    await itsm.createTickets(analysisOf());
    const deliveries = await itsm.updateTickets('abc123', { ...note, fields: { state: '6' } });
    expect(deliveries).toMatchObject([{ status: 'updated' }, { status: 'updated' }]);
    expect(order).toEqual(['fields', 'fields done', 'note']);
    expect(servicenow.changes).toMatchObject([
      { id: 'change-1', kind: 'fields' },
      { id: expect.stringMatching(/^note-/), kind: 'note' },
    ]);
  });

  it('writes the same note once, and another one beside it', async () => {
    const { itsm, adapters } = await twoTickets([updated, updated]);
    await itsm.updateTickets('abc123', note);
    const again = await itsm.updateTickets('abc123', { note: 'Rolled back.\n' });
    expect(again).toMatchObject([
      { status: 'updated', existing: true },
      { status: 'updated', existing: true },
    ]);
    const another = await itsm.updateTickets('abc123', { ...note, id: 'again' });
    expect(another).toMatchObject([{ existing: false }, { existing: false }]);
    for (const { changes } of Object.values(adapters)) expect(changes).toHaveLength(2);
  });

  it('sets fields and resolves as often as it is asked to, unless the change has an id', async () => {
    const { itsm, adapters } = await twoTickets(Array.from({ length: 5 }, () => updated));
    for (const change of [{ resolve: true }, { reopen: true }, { resolve: true }] as const) {
      expect(await itsm.updateTickets('abc123', change)).toMatchObject([{ existing: false }, { existing: false }]);
    }
    await itsm.updateTickets('abc123', { id: 'closed by 42', resolve: true });
    expect(await itsm.updateTickets('abc123', { id: 'closed by 42', resolve: true })).toMatchObject([
      { status: 'updated', existing: true },
      { status: 'updated', existing: true },
    ]);
    const kinds = adapters.servicenow.changes.map(({ kind }) => kind);
    expect(kinds).toEqual(['resolve', 'reopen', 'resolve', 'resolve']);
  });

  it('tells of a ticket that refused, and changes the others', async () => {
    const adapters = {
      servicenow: adapterOf({ create: [created], update: [badRequest()] }),
      jira: adapterOf({ create: [created], update: [updated] }),
    };
    const { itsm } = setUp({ adapters });
    await itsm.createTickets(analysisOf());
    expect(await itsm.updateTickets('abc123', note)).toMatchObject([{ status: 'failed' }, { status: 'updated' }]);
  });

  it('refuses a job without a ticket, and a change that changes nothing', async () => {
    const { itsm, adapters } = await twoTickets([updated]);
    await expect(itsm.updateTickets('abc124', note)).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('Job "abc124" has no ticket on record'),
    });
    await expect(itsm.updateTickets('abc123', { note: ' ' })).rejects.toMatchObject({ kind: 'input' });
    for (const { changes } of Object.values(adapters)) expect(changes).toEqual([]);
  });
});

describe('close', () => {
  it('waits for what is in flight, then closes sink and ledger', async () => {
    let answer = (_: Created) => {};
    const servicenow = adapterOf({ create: [() => new Promise<Created>(resolve => (answer = resolve))] });
    const { itsm, closed } = setUp({ adapters: { servicenow } });
    const running = itsm.createTickets(analysisOf()).finally(() => closed.push('delivered'));
    const closing = itsm.close();
    await new Promise(resolve => setImmediate(resolve));
    expect(closed).toEqual([]);
    answer(created);
    await closing;
    expect(await running).toMatchObject([{ status: 'created' }]);
    expect(closed).toEqual(expect.arrayContaining(['delivered', 'sink', 'ledger']));
  });

  it('waits for the slower integration though the ledger has failed the other', async () => {
    let answer = (_: Created) => {};
    const adapters = {
      servicenow: adapterOf({ create: [created] }),
      jira: adapterOf({ create: [() => new Promise<Created>(resolve => (answer = resolve))] }),
    };
    const { itsm, closed, ledger } = setUp({ adapters });
    const { settle } = ledger;
    ledger.settle = () => Promise.reject(new Error('gone'));
    await expect(itsm.createTickets(analysisOf())).rejects.toThrow('gone');
    ledger.settle = settle;
    const closing = itsm.close();
    await new Promise(resolve => setImmediate(resolve));
    expect(closed).toEqual([]);
    answer(created);
    await closing;
    expect(await ledger.deliveries({ integration: 'jira' })).toMatchObject([{ status: 'created' }]);
  });

  it('closes sink and ledger though an adapter cannot be closed, and says so', async () => {
    const servicenow = { ...adapterOf({}), close: () => Promise.reject(new Error('stuck')) };
    const { itsm, closed } = setUp({ adapters: { servicenow } });
    await expect(itsm.close()).rejects.toThrow('stuck');
    expect(closed).toEqual(['sink', 'ledger']);
  });
});
