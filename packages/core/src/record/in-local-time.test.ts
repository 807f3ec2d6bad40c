import { describe, expect, it } from 'vitest';
import { type FakeClock, fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, connectedTo, notAborted, policy, ticket } from '../__tests__/samples.ts';
import { absent, created, type ScriptedAdapter, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { createApplyChange } from '../change/apply-change.ts';
import type { Clock, Doubt, LiveOutcome, Settlement, TicketChange } from '../contracts.ts';
import { createPipeline } from '../pipeline.ts';
import { parseMarkdown } from '../render/parse-markdown.ts';
import { createOnce } from '../send/create-once.ts';
import { createUpdate } from '../update.ts';
import { inLocalTime } from './in-local-time.ts';
import { createMemoryLedger } from './memory/create-memory-ledger.ts';

const note: TicketChange = { id: 'note-1', kind: 'note', body: parseMarkdown('Rolled back.'), audience: 'internal' };
const offBy = (clock: FakeClock, ms: number): Clock => ({ ...clock, now: () => new Date(clock.now().getTime() + ms) });

/** A ledger, and processes on it whose clocks are wrong. */
function setUp() {
  const clock = fakeClock();
  const ledger = createMemoryLedger({ clock });
  const processOffBy = (ms: number) => {
    const own = offBy(clock, ms);
    const deps = { ledger: inLocalTime(ledger, own), clock: own };
    const deliver = createPipeline({
      ...{ ...deps, sink: { emit() {} } },
      createOnce: createOnce({ clock: own, random: () => 0.5 }),
    });
    const run = (adapter: ScriptedAdapter) =>
      deliver(analysisOf(), connectedTo(adapter), { askedBy: 'request', signal: notAborted });
    const update = createUpdate({
      applyChange: createApplyChange({ ...deps, sink: { emit() {} }, random: () => 0.5 }),
      clock: own,
    });
    const addNote = (adapter: ScriptedAdapter) =>
      update({
        ...{ connected: connectedTo(adapter), key: 'itsm-1', jobId: 'a', ticket, change: note },
        signal: notAborted,
      });
    return { ...deps, run, addNote };
  };
  const identity = { key: 'itsm-1', jobId: 'a', integration: 'servicenow', platform: 'servicenow' };
  const delivery = { ...identity, environment: 'TEST', severity: 'low', leaseMs: 60_000, askedBy: 'person' } as const;
  const change = { ...identity, changeId: 'note-1', kind: 'note', leaseMs: 60_000 } as const;
  return { clock, ledger, processOffBy, delivery, change };
}
const never = () => new Promise<never>(() => {});

describe.each([
  ['ahead', 150_000],
  ['behind', -150_000],
])('a process whose clock is two and a half minutes %s', (_, ms) => {
  it('does not send again before the settle window has passed after a lease that another one left', async () => {
    const { clock, processOffBy } = setUp();
    void processOffBy(0).run(scriptedAdapter({ create: [never] }));
    await Promise.resolve();
    clock.advance(policy.leaseMs + 1_000);
    const early = scriptedAdapter({ find: [absent, absent, absent, absent] });
    expect(await processOffBy(ms).run(early)).toMatchObject({ status: 'unknown' });
    expect(new Set(early.calls)).toEqual(new Set(['find']));
    clock.advance(policy.settleWindowMs);
    const late = scriptedAdapter({ find: [absent], create: [created] });
    expect(await processOffBy(ms).run(late)).toMatchObject({ status: 'created' });
  });

  it('does not send a note again before that, either', async () => {
    const { clock, processOffBy } = setUp();
    void processOffBy(0).addNote(scriptedAdapter({ update: [never] }));
    await Promise.resolve();
    clock.advance(policy.leaseMs + 1_000);
    const early = scriptedAdapter({ findChange: ['absent', 'absent', 'absent', 'absent'] });
    expect(await processOffBy(ms).addNote(early)).toMatchObject({ status: 'unknown' });
    expect(new Set(early.calls)).toEqual(new Set(['findChange']));
    clock.advance(policy.settleWindowMs);
    const late = scriptedAdapter({ findChange: ['absent'], update: [{ ticket, warnings: [] }] });
    expect(await processOffBy(ms).addNote(late)).toMatchObject({ status: 'updated' });
    expect(late.calls).toEqual(['findChange', 'update']);
  });
});

const error = { kind: 'outcome-unknown', message: 'no answer' } as const;
const doubtOf = (claim: { readonly doubt?: Doubt }) => claim.doubt;

describe('what one process leaves in doubt', () => {
  it('is read by another as the same moments, whatever their clocks say', async () => {
    const { clock, ledger, processOffBy, delivery } = setUp();
    const [ahead, behind] = [processOffBy(150_000), processOffBy(-40_000)];
    const claim = await ahead.ledger.claim(delivery);
    if (claim.status !== 'claimed') throw new Error(claim.status);
    const now = ahead.clock.now();
    const outcome: LiveOutcome = { kind: 'unknown', error, notBefore: now, warnings: [], doubt: doubtAt(now) };
    const event = { type: 'ticket-unknown', at: now, ...delivery, attempt: 1, durationMs: 1, dryRun: false } as const;
    await ahead.ledger.settle(claim.token, { outcome, attempts: 1, rounds: 0, event: { ...event, warnings: [] } });
    const raw = await ledger.claim(delivery);
    expect('doubt' in raw && doubtOf(raw)).toEqual(doubtAt(clock.now()));
    clock.advance(delivery.leaseMs + 1);
    const again = await behind.ledger.claim(delivery);
    const from = new Date(behind.clock.now().getTime() - delivery.leaseMs - 1);
    expect('doubt' in again && doubtOf(again)).toMatchObject({ from });
  });

  it('of a change as well', async () => {
    const { clock, ledger, processOffBy, change } = setUp();
    const ahead = processOffBy(150_000);
    const claim = await ahead.ledger.changes.claim(change);
    if (claim.status !== 'claimed') throw new Error(claim.status);
    const now = ahead.clock.now();
    const event = {
      type: 'ticket-update-failed',
      at: now,
      ...change,
      attempt: 1,
      durationMs: 1,
      dryRun: false,
    } as const;
    const settlement = { status: 'unknown', attempts: 1, doubt: doubtAt(now), error } as const;
    await ahead.ledger.changes.settle(claim.token, { ...settlement, event: { ...event, warnings: [] } });
    const raw = await ledger.changes.claim(change);
    expect('doubt' in raw && doubtOf(raw)).toEqual(doubtAt(clock.now()));
  });
});

describe('when something is due', () => {
  it.each([3 * 3_600_000, -3 * 3_600_000])('is so by the clock of the ledger, where one is off by %i ms', async ms => {
    const { clock, ledger, processOffBy, delivery } = setUp();
    const off = processOffBy(ms);
    const claim = await off.ledger.claim(delivery);
    if (claim.status !== 'claimed') throw new Error(claim.status);
    const settled: Settlement[] = [];
    const settle = ledger.settle;
    ledger.settle = async (token, settlement) => {
      settled.push(settlement);
      return settle(token, settlement);
    };
    const due = (from: Clock) => new Date(from.now().getTime() + 30_000);
    const at = off.clock.now();
    const outcome: LiveOutcome = { kind: 'pending', error, notBefore: due(off.clock), warnings: [] };
    const event = { type: 'ticket-retrying', at, ...delivery, attempt: 1, durationMs: 1, dryRun: false } as const;
    const [twinsDue, followUpsDue] = [due(off.clock), due(off.clock)];
    const given = { outcome, attempts: 1, rounds: 0, twinsDue, followUpsDue, event: { ...event, warnings: [] } };
    await off.ledger.settle(claim.token, given);
    const here = due(clock);
    expect(settled).toMatchObject([{ outcome: { notBefore: here }, twinsDue: here, followUpsDue: here }]);
  });
});

const doubtAt = (from: Date): Doubt => ({ from, until: from, answered: false });
