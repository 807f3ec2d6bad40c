import { describe, expect, it } from 'vitest';
import { badRequest, silence, unauthorized, unreadable } from '../__tests__/failures.ts';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, connectedTo, notAborted, policy, ticket } from '../__tests__/samples.ts';
import { absent, created, found, type Script, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { createApplyChange } from '../change/apply-change.ts';
import type { Connected } from '../connected.ts';
import type { AskedBy, ItsmEvent, Ledger, TicketChange } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { createPipeline } from '../pipeline.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { createRecur } from '../recur/recur.ts';
import { createOnce } from '../send/create-once.ts';
import { makeFollowUps } from '../work/make-follow-ups.ts';
import { createFollowUp } from './follow-up.ts';

const link: TicketChange = { id: 'link', kind: 'link', url: 'https://rca.example.com/jobs/abc123', title: 'Analysis' };
const report = { ...{ mediaType: 'text/markdown', content: new TextEncoder().encode('# Report') }, name: 'report.md' };
const attach: TicketChange = { id: 'attach', kind: 'attach', ...report };
const updated = { ticket, warnings: [] };
const both = { create: [created], followUps: [link, attach] };

interface Playing {
  readonly jobId?: string;
  readonly fingerprint?: string;
  readonly askedBy?: AskedBy;
  readonly hurry?: AbortSignal;
}

/** A pipeline whose tickets have things that belong to them, and what a worker does about those that are missing. */
function setUp() {
  const clock = fakeClock();
  const events: ItsmEvent[] = [];
  const problems: string[] = [];
  let away = false;
  const memory = createMemoryLedger({ clock, events });
  const ledger: Ledger = {
    ...memory,
    changes: {
      ...memory.changes,
      claim: change =>
        away ? Promise.reject(new ItsmError('ledger', 'Nothing answers.')) : memory.changes.claim(change),
    },
  };
  const deps = { ledger, clock, random: () => 0.5, sink: { emit() {} } };
  const applyChange = createApplyChange(deps);
  const followUp = createFollowUp({ ledger, applyChange });
  const recur = createRecur({ ...deps, applyChange });
  const pipeline = createPipeline({ ...deps, recur, followUp, createOnce: createOnce(deps) });
  const deliver = async (
    script: Script,
    { jobId = 'abc123', fingerprint, askedBy = 'request', hurry }: Playing = {},
  ) => {
    const adapter = scriptedAdapter(script);
    const connected = connectedTo(adapter);
    const integration = { ...connected.integration, policy: { ...policy, onRecurrence: 'comment' } as const };
    const analysis = { ...analysisOf('critical', jobId), ...(fingerprint ? { fingerprint } : {}) };
    const options = { askedBy, signal: notAborted, ...(hurry ? { hurry } : {}) };
    const delivery = await pipeline(analysis, { ...connected, integration }, options);
    return { delivery, calls: adapter.calls, changes: adapter.changes };
  };
  const work = async (script: Script, replaced: Partial<Connected> = {}) => {
    const adapter = scriptedAdapter(script);
    const onProblem = (error: unknown) => problems.push(String(error));
    const missing = { ledger, clock, followUp, connected: { ...connectedTo(adapter), ...replaced }, onProblem };
    await makeFollowUps({ ...missing, stop: notAborted, cutOff: notAborted });
    return { calls: adapter.calls, changes: adapter.changes };
  };
  const ledgerIs = (state: 'away' | 'back') => {
    away = state === 'away';
  };
  const record = async () => (await memory.deliveries({}))[0];
  return { clock, deliver, work, problems, record, ledgerIs, types: () => events.map(({ type }) => type) };
}
const again = ' A worker tries again, and so does the same analysis, handed in once more.';
const soon = policy.leaseMs;
const halfAnHour = 1_800_000;

describe('what belongs to a ticket', () => {
  it('is made once the ticket is on record, in its order', async () => {
    const { deliver, types } = setUp();
    const { delivery, changes } = await deliver({ ...both, update: [updated, updated] });
    expect(delivery).toMatchObject({ status: 'created', ticket, warnings: [] });
    expect(changes).toEqual([link, attach]);
    expect(types()).toEqual(['ticket-created', 'ticket-updated', 'ticket-updated']);
  });

  it('is made of a ticket that was found after a doubt as well', async () => {
    const { deliver } = setUp();
    const { delivery, calls } = await deliver({
      ...{ create: [silence()], find: [found], followUps: [link], update: [updated] },
    });
    expect(delivery).toMatchObject({ status: 'found', warnings: [] });
    expect(calls).toEqual(['create', 'find', 'update']);
  });

  it('is not made where there is no ticket', async () => {
    const { deliver } = setUp();
    expect((await deliver({ ...both, create: [badRequest()] })).calls).toEqual(['create']);
  });

  it('is not made of the ticket of an earlier delivery: that one has its own', async () => {
    const { clock, deliver, work } = setUp();
    await deliver({ create: [created] }, { fingerprint: 'pool' });
    const recurring = { read: [{ kind: 'open' }], update: [updated], followUps: [link] } as const;
    const { delivery, changes } = await deliver(recurring, { fingerprint: 'pool', jobId: 'next' });
    expect(delivery).toMatchObject({ status: 'found', ticket });
    expect(changes).toMatchObject([{ kind: 'note' }]);
    clock.advance(soon);
    expect((await work({ followUps: [link] })).calls).toEqual([]);
  });

  it('is not sent again by a worker once it is made', async () => {
    const { clock, deliver, work } = setUp();
    await deliver({ ...both, update: [updated, updated] });
    clock.advance(soon + halfAnHour);
    expect((await work(both)).calls).toEqual([]);
  });

  it('brings its own warnings to the delivery', async () => {
    const { deliver } = setUp();
    const warning = { code: 'attachment-cut', message: 'Only the first 10 MB were attached.' };
    const { delivery } = await deliver({ ...both, update: [updated, { ticket, warnings: [warning] }] });
    expect(delivery.warnings).toEqual([warning]);
  });
});

describe('what belongs to a ticket and is refused', () => {
  it('never costs the ticket: a warning says so, an event is on record, and what follows is made', async () => {
    const { clock, deliver, work, types } = setUp();
    const { delivery, changes } = await deliver({ ...both, update: [badRequest(), updated] });
    expect(delivery).toMatchObject({ status: 'created', success: true });
    expect(delivery.warnings).toEqual([
      { code: 'follow-up-failed', message: `link to ${link.url}: ${badRequest().message}` },
    ]);
    expect(changes).toEqual([link, attach]);
    expect(types()).toEqual(['ticket-created', 'ticket-update-failed', 'ticket-updated']);
    clock.advance(soon + halfAnHour);
    expect((await work(both)).calls).toEqual([]);
  });

  it('for a reason that passes is made by a worker, and what is made is not made twice', async () => {
    const { clock, deliver, work } = setUp();
    const { delivery } = await deliver({ ...both, update: [updated, unreadable()] });
    expect(delivery.warnings).toEqual([
      { code: 'follow-up-failed', message: `attach report.md: ${unreadable().message}${again}` },
    ]);
    clock.advance(soon);
    expect((await work({ ...both, update: [unauthorized()] })).changes).toEqual([attach]);
    clock.advance(halfAnHour);
    expect((await work({ ...both, update: [updated] })).changes).toEqual([attach]);
    clock.advance(halfAnHour);
    expect((await work(both)).calls).toEqual([]);
  });

  it('is given up after a day, not before a last try, and somebody is told', async () => {
    const { clock, deliver, work, problems } = setUp();
    await deliver({ ...both, update: [unauthorized(), unauthorized()] });
    clock.advance(86_400_001);
    expect((await work({ ...both, update: [updated, unauthorized()] })).changes).toEqual([link, attach]);
    const why = `attach report.md: ${unauthorized().message}`;
    expect(problems).toEqual([expect.stringContaining(`goes without what belongs to it, after a day: ${why}`)]);
    expect(problems[0]).not.toContain(again);
    clock.advance(halfAnHour);
    expect((await work(both)).calls).toEqual([]);
  });

  it('is made when the same analysis is handed in once more, where nobody works', async () => {
    const { deliver } = setUp();
    await deliver({ ...both, update: [updated, unreadable()] });
    const again = await deliver({ followUps: [link, attach], update: [updated] });
    expect(again.delivery).toMatchObject({ status: 'created', existing: true, warnings: [] });
    expect(again.changes).toEqual([attach]);
    expect((await deliver({ followUps: [link, attach] })).calls).toEqual([]);
  });

  it('is not begun for further tickets while the platform is away', async () => {
    const { clock, deliver, work } = setUp();
    for (const jobId of ['a', 'b', 'c']) await deliver({ ...both, update: [unreadable(), unreadable()] }, { jobId });
    clock.advance(soon);
    const { calls } = await work({ ...both, update: [unauthorized(), unauthorized()] });
    expect(calls).toEqual(['update', 'update']);
  });

  it('by a plugin that cannot even tell what it is costs no ticket', async () => {
    const { deliver } = setUp();
    const followUps = () => {
      throw new TypeError('It has no body.');
    };
    const { delivery } = await deliver({ create: [created], followUps });
    expect(delivery).toMatchObject({ status: 'created', warnings: [{ code: 'follow-up-failed' }] });
  });
});

describe('a worker', () => {
  it('leaves them to its next sweep, and goes on with further deliveries', async () => {
    const { clock, deliver, record } = setUp();
    const { delivery, calls } = await deliver(both, { askedBy: 'schedule' });
    expect([delivery.status, calls]).toEqual(['created', ['create']]);
    expect(await record()).toMatchObject({ followUpsDue: clock.now() });
  });

  it('that is told to end begins none', async () => {
    const { deliver, work, clock } = setUp();
    const { calls, delivery } = await deliver(both, { hurry: AbortSignal.abort() });
    expect(calls).toEqual(['create']);
    expect(delivery.warnings.map(({ message }) => message)).toEqual([
      `link to ${link.url}: The time for it was over.${again}`,
      `attach report.md: The time for it was over.${again}`,
    ]);
    clock.advance(soon);
    expect((await work({ ...both, update: [updated, updated] })).changes).toEqual([link, attach]);
  });
});

describe('a process that ends after the ticket is on record', () => {
  it('leaves the rest to a worker, which makes it of the analysis as it was handed in', async () => {
    const { clock, deliver, work, ledgerIs, types } = setUp();
    ledgerIs('away');
    const { delivery, calls } = await deliver(both);
    expect(delivery).toMatchObject({ status: 'created', success: true });
    expect(delivery.warnings).toEqual([{ code: 'follow-up-failed', message: `Nothing answers.${again}` }]);
    expect(calls).toEqual(['create']);
    ledgerIs('back');
    clock.advance(soon - 1);
    expect((await work(both)).calls).toEqual([]);
    clock.advance(1);
    expect((await work({ ...both, update: [updated, updated] })).changes).toEqual([link, attach]);
    expect(types()).toEqual(['ticket-created', 'ticket-updated', 'ticket-updated']);
  });

  it('whose template is broken since keeps what is owed until it is mended', async () => {
    const { clock, deliver, work, problems, ledgerIs } = setUp();
    ledgerIs('away');
    await deliver(both);
    ledgerIs('back');
    clock.advance(soon);
    const draft = () => {
      throw new ItsmError('template', 'Line 3: there is no such filter.');
    };
    expect((await work(both, { draft })).calls).toEqual([]);
    expect(problems).toEqual([
      expect.stringContaining('waits for what belongs to it: Line 3: there is no such filter.'),
    ]);
    clock.advance(halfAnHour);
    expect((await work({ ...both, update: [updated, updated] })).changes).toEqual([link, attach]);
  });

  it('in the middle of a change has it looked for before it is sent again', async () => {
    const { clock, deliver, work } = setUp();
    await deliver({ ...both, update: [updated, silence()], findChange: ['absent'] });
    clock.advance(Math.max(soon, policy.settleWindowMs) + halfAnHour);
    const { calls } = await work({ ...both, findChange: ['applied'] });
    expect(calls).toEqual(['findChange']);
    clock.advance(halfAnHour);
    expect((await work(both)).calls).toEqual([]);
  });
});

it('is not made by a rehearsal', async () => {
  const { deliver } = setUp();
  const rehearsed = { kind: 'dry-run', payload: {}, warnings: [] } as const;
  const { calls } = await deliver({ ...both, writes: false, create: [rehearsed], find: [absent] });
  expect(calls).toEqual(['create']);
});
