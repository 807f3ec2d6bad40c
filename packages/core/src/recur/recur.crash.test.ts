import { describe, expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, connectedTo, notAborted, policy, ticket } from '../__tests__/samples.ts';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { createApplyChange } from '../change/apply-change.ts';
import type { ItsmAdapter, Ledger, TicketState } from '../contracts.ts';
import { createPipeline } from '../pipeline.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { createOnce } from '../send/create-once.ts';
import { createRecur } from './recur.ts';

/** Thrown by nobody: what a killed process was about to do never happens. */
const never = new Promise<never>(() => {});
type Effect = (name: string) => Promise<void>;

/** A platform with one ticket, which keeps its notes by their change's id and never forgets. */
function platform(state: { now: TicketState }) {
  const notes: string[] = [];
  let tickets = 0;
  const adapter = (step: Effect): ItsmAdapter => ({
    ...scriptedAdapter({}),
    async create() {
      tickets += 1;
      const made = { ...ticket, id: `t${tickets}`, key: `INC${tickets}` };
      await step('create');
      return { kind: 'created', ticket: made, warnings: [] };
    },
    async find() {
      await step('find');
      return { kind: 'absent', conclusive: true };
    },
    async read() {
      await step('read');
      return state.now;
    },
    async findChange(_ticket, change) {
      await step('findChange');
      const there = change.kind === 'note' ? notes.includes(change.id) : state.now.kind === 'open';
      return there ? 'applied' : 'absent';
    },
    async update(_ticket, change) {
      await step('before the update');
      if (change.kind === 'note') notes.push(change.id);
      else state.now = { kind: 'open' };
      await step('after the update');
      return { ticket, warnings: [] };
    },
  });
  return { adapter, notes, tickets: () => tickets };
}

/** What one process does with the ledger, with a step before and after each of it. */
function stepped(ledger: Ledger, step: Effect): Ledger {
  const around =
    <Args extends readonly unknown[], Answer>(name: string, call: (...args: Args) => Promise<Answer>) =>
    async (...args: Args): Promise<Answer> => {
      await step(`before ${name}`);
      const answer = await call(...args);
      await step(`after ${name}`);
      return answer;
    };
  const { claim, renew, settle, status } = ledger.changes;
  return {
    ...ledger,
    claim: around('claim', ledger.claim),
    renew: around('renew', ledger.renew),
    settle: around('settle', ledger.settle),
    changes: {
      claim: around('the claim of a change', claim),
      renew: around('the renewal of a change', renew),
      settle: around('the record of a change', settle),
      status: around('the look at a change', status),
      of: ledger.changes.of,
    },
  };
}

/** Delivers a recurrence in a process that is killed at step `fatal`, and again until it is settled. @returns the step */
async function killedAt(fatal: number, onRecurrence: 'comment' | 'reopen', first: TicketState) {
  const clock = fakeClock();
  const memory = createMemoryLedger({ clock });
  const state = { now: first };
  const { adapter, notes, tickets } = platform(state);
  let died = '';

  const deliver = (jobId: string, step: Effect) => {
    const ledger = stepped(memory, step);
    const deps = { ledger, clock, random: () => 0.5, sink: { emit() {} } };
    const recur = createRecur({ ...deps, applyChange: createApplyChange(deps) });
    const connected = connectedTo(adapter(step));
    const integration = { ...connected.integration, policy: { ...policy, onRecurrence } };
    const analysis = { ...analysisOf('critical', jobId), fingerprint: 'pool' };
    const pipeline = createPipeline({ ...deps, recur, createOnce: createOnce(deps) });
    return pipeline(analysis, { ...connected, integration }, { askedBy: 'request', signal: notAborted });
  };
  const lives: Effect = async () => {};
  await deliver('first', lives);

  let steps = 0;
  const dead = new Promise<'dead'>(resolve => {
    void deliver('next', async name => {
      if (steps++ !== fatal) return;
      died = name;
      resolve('dead');
      await never;
    }).then(() => resolve('dead'));
  });
  await dead;
  clock.advance(2 * policy.leaseMs + policy.settleWindowMs);
  const end = await deliver('next', lives);
  return { died, end, notes, tickets: tickets() };
}

const done: TicketState = { kind: 'done', wontFix: false, since: new Date('2025-10-27T10:00:00Z') };

describe.each([
  ['comment', { kind: 'open' }],
  ['reopen', done],
] as const)('a process that is killed while a problem recurs (%s)', (choice, state) => {
  it('leaves one ticket and one note, at whatever step it is killed', async () => {
    const seen: string[] = [];
    for (let fatal = 0; ; fatal++) {
      const { died, end, notes, tickets } = await killedAt(fatal, choice, state);
      if (died === '') break;
      seen.push(died);
      expect({ died, status: end.status, ticket: end.ticket?.key, notes: notes.length, tickets }).toEqual({
        ...{ died, status: 'found', ticket: 'INC1', notes: 1, tickets: 1 },
      });
    }
    expect(seen).toEqual(
      expect.arrayContaining(['read', 'before the update', 'after the update', 'before settle', 'after settle']),
    );
  });
});
