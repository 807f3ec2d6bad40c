import { describe, expect, it } from 'vitest';
import { badRequest, brokenAnswer, refused, silence, throttled, unreadable } from './__tests__/failures.ts';
import { fakeClock } from './__tests__/fake-clock.ts';
import { connectedTo, keyOf, notAborted, policy, ticket } from './__tests__/samples.ts';
import { type Script, scriptedAdapter } from './__tests__/scripted-adapter.ts';
import { createApplyChange } from './change/apply-change.ts';
import type { ItsmEvent, Ledger, TicketChange } from './contracts.ts';
import { ItsmError } from './itsm-error.ts';
import { createMemoryLedger } from './record/memory/create-memory-ledger.ts';
import { parseMarkdown } from './render/parse-markdown.ts';
import { createUpdate } from './update.ts';

const note: TicketChange = { id: 'change-1', kind: 'note', body: parseMarkdown('Rolled back.'), audience: 'internal' };
const fields: TicketChange = { id: 'change-2', kind: 'fields', fields: { state: '6' } };
const updated = { ticket, warnings: [] };
const key = keyOf('abc123');

/** A ledger and a clock that outlive the processes which change the ticket. */
function setUp(overrides: (ledger: Ledger) => Partial<Ledger> = () => ({})) {
  const clock = fakeClock();
  const events: ItsmEvent[] = [];
  const told: ItsmEvent[] = [];
  const memory = createMemoryLedger({ clock, events });
  const ledger = { ...memory, ...overrides(memory) };
  const deps = { ledger, sink: { emit: (event: ItsmEvent) => told.push(event) }, clock, random: () => 0.5 };
  const update = createUpdate({ applyChange: createApplyChange(deps), clock });
  const play = async (script: Script, change: TicketChange = note, signal = notAborted) => {
    const adapter = scriptedAdapter(script);
    const delivery = await update({ connected: connectedTo(adapter), key, jobId: 'abc123', ticket, change, signal });
    return { delivery, adapter, calls: adapter.calls };
  };
  /** A process that ends in the middle of the change, the request sent or not. */
  const crash = async (change: TicketChange = note) => {
    const identity = { key, jobId: 'abc123', integration: 'servicenow', platform: 'servicenow' };
    await memory.changes.claim({ ...identity, changeId: change.id, kind: change.kind, leaseMs: policy.leaseMs });
  };
  return { clock, events, told, ledger, play, crash };
}
const play = async (...script: Parameters<ReturnType<typeof setUp>['play']>) => {
  const { clock, events, told, play: once } = setUp();
  return { ...(await once(...script)), events, told, waits: clock.waits };
};

describe('update', () => {
  it('sends the change, puts it on record as an event and tells the sinks', async () => {
    const { delivery, adapter, events, told } = await play({ update: [updated] });
    const identity = { key, jobId: 'abc123', integration: 'servicenow', platform: 'servicenow' };
    const facts = { ticket, durationMs: 0, dryRun: false, warnings: [] };
    expect(delivery).toEqual({
      ...identity,
      ...facts,
      kind: 'note',
      changeId: 'change-1',
      status: 'updated',
      success: true,
      existing: false,
    });
    expect(adapter.changes).toEqual([note]);
    expect(events).toMatchObject([{ ...identity, ...facts, type: 'ticket-updated', attempt: 1 }]);
    expect(told).toEqual(events);
  });

  it('hands on the warnings of the platform', async () => {
    const warning = { code: 'field-dropped', message: 'The screen has no field "Team".' };
    const { delivery } = await play({ update: [{ ticket, warnings: [warning] }] });
    expect(delivery.warnings).toEqual([warning]);
  });

  it('sends again what was certainly not taken', async () => {
    const { delivery, calls, events, waits } = await play({ update: [refused(), throttled(5000), updated] });
    expect(delivery).toMatchObject({ status: 'updated' });
    expect(calls).toEqual(['update', 'update', 'update']);
    expect(waits).toEqual([1000, 5000]);
    expect(events).toMatchObject([{ type: 'ticket-updated', attempt: 3, durationMs: 6000 }]);
  });

  it('gives up after four sends', async () => {
    const { delivery, calls, waits } = await play({ update: [refused(), refused(), refused(), refused()] });
    expect(delivery).toMatchObject({ status: 'failed', success: false, error: { kind: 'unavailable' } });
    expect(calls).toHaveLength(4);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it('takes a refusal as the last word', async () => {
    const { delivery, calls, events, told } = await play({ update: [badRequest()] });
    const error = { kind: 'rejected', status: 400, message: 'priority: Specify a valid value for priority' };
    expect(delivery).toMatchObject({ status: 'failed', success: false, ticket, error });
    expect(calls).toEqual(['update']);
    expect(events).toMatchObject([{ type: 'ticket-update-failed', ticket, error, attempt: 1 }]);
    expect(told).toEqual(events);
  });

  it('does not wait for a platform that asks for more than the cap', async () => {
    const { delivery, waits } = await play({ update: [throttled(3_600_000)] });
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'rate-limited' } });
    expect(waits).toEqual([]);
  });

  it('ends a wait with the signal, and says what the platform had said', async () => {
    const controller = new AbortController();
    const refusedThenAborted = () => {
      controller.abort();
      throw refused();
    };
    const { delivery, calls } = await play({ update: [refusedThenAborted] }, note, controller.signal);
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'unavailable' } });
    expect(calls).toEqual(['update']);
  });

  it('marks the change of an adapter that never writes as a dry run, and leaves no row', async () => {
    const { play: once, events, ledger } = setUp();
    const { delivery } = await once({ writes: false, update: [updated] });
    expect(delivery).toMatchObject({ status: 'dry_run', dryRun: true });
    expect(events).toMatchObject([{ type: 'ticket-updated', dryRun: true }]);
    expect(await ledger.changes.status({ key, changeId: note.id })).toBeUndefined();
  });
});

describe('the same change again', () => {
  it('adds nothing, and says that it is there', async () => {
    const { play: once, events } = setUp();
    await once({ update: [updated] });
    const { delivery, calls } = await once({});
    expect(delivery).toMatchObject({ status: 'updated', success: true, existing: true, ticket });
    expect(calls).toEqual([]);
    expect(events).toHaveLength(1);
  });

  it('is sent again after a failure, its attempts counted on', async () => {
    const { play: once, events } = setUp();
    await once({ update: [badRequest()] });
    expect((await once({ update: [updated] })).delivery).toMatchObject({ status: 'updated', existing: false });
    expect(events.map(({ type, attempt }) => [type, attempt])).toEqual([
      ['ticket-update-failed', 1],
      ['ticket-updated', 2],
    ]);
  });

  it('says that another process is at it', async () => {
    const { play: once, crash, events } = setUp();
    await crash();
    const { delivery, calls } = await once({});
    expect(delivery).toMatchObject({ status: 'sending', success: false, existing: false });
    expect(calls).toEqual([]);
    expect(events).toEqual([]);
  });
});

describe('a note of unknown outcome', () => {
  it('is not written twice where nobody can look: what to do is said', async () => {
    const { delivery, calls, events, waits } = await play({ update: [silence()] });
    expect(delivery).toMatchObject({ status: 'unknown', success: false, error: { kind: 'outcome-unknown' } });
    expect(delivery.error?.message).toContain(
      'Whether the note is on INC0012345 cannot be told from here: look at the ticket. If it is missing, give it again with another id.',
    );
    expect(calls).toEqual(['update']);
    expect(waits).toEqual([]);
    expect(events).toMatchObject([{ type: 'ticket-update-failed', error: { kind: 'outcome-unknown' } }]);
  });

  it('stays unknown in the next call, too', async () => {
    const { play: once } = setUp();
    await once({ update: [new TypeError('x is not a function')] });
    const { delivery, calls } = await once({});
    expect(delivery).toMatchObject({ status: 'unknown', error: { kind: 'outcome-unknown' } });
    expect(calls).toEqual([]);
  });

  it('is looked for: there, it counts', async () => {
    const { delivery, calls, waits } = await play({ update: [silence()], findChange: ['applied'] });
    expect(delivery).toMatchObject({ status: 'updated', success: true });
    expect(calls).toEqual(['update', 'findChange']);
    expect(waits).toEqual([1000]);
  });

  it('hands on what the look tells of a change that is there in part', async () => {
    const warning = { code: 'field-dropped', message: 'close_notes was dropped.' };
    const found = { kind: 'applied', warnings: [warning] } as const;
    const { delivery } = await play({ update: [silence()], findChange: [found] });
    expect(delivery).toMatchObject({ status: 'updated', success: true, warnings: [warning] });
  });

  it('is sent again when the platform had answered, and it is not there', async () => {
    const { delivery, calls } = await play({ update: [brokenAnswer(502), updated], findChange: ['absent'] });
    expect(delivery).toMatchObject({ status: 'updated' });
    expect(calls).toEqual(['update', 'findChange', 'update']);
  });

  it('is not sent again while a request without an answer may still come', async () => {
    const { play: once, clock } = setUp();
    const hurried = await once({ update: [silence()], findChange: ['absent', 'absent', 'absent', 'absent'] });
    expect(hurried.delivery).toMatchObject({ status: 'unknown' });
    expect(hurried.delivery.error?.message).toMatch(/may be on INC0012345 already, or come until .*: the same again/);
    expect(hurried.calls.filter(call => call === 'update')).toHaveLength(1);
    clock.advance(policy.settleWindowMs);
    const later = await once({ update: [updated], findChange: ['absent'] });
    expect(later.delivery).toMatchObject({ status: 'updated', existing: false });
    expect(later.calls).toEqual(['findChange', 'update']);
  });

  it('has failed when the last look proves that it is not there', async () => {
    const answers = { update: Array.from({ length: 4 }, () => brokenAnswer(502)) };
    const { delivery, calls } = await play({ ...answers, findChange: ['absent', 'absent', 'absent', 'absent'] });
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'outcome-unknown', status: 502 } });
    expect(calls.filter(call => call === 'update')).toHaveLength(4);
  });

  it('is left to a person when the look cannot tell', async () => {
    const { delivery, calls } = await play({ update: [brokenAnswer(502)], findChange: ['unsure'] });
    expect(delivery.status).toBe('unknown');
    expect(delivery.error?.message).toContain('look at the ticket');
    expect(calls).toEqual(['update', 'findChange']);
  });

  it('is sent again at once where the platform knows it by its id', async () => {
    const { delivery, calls, waits } = await play({ update: [silence(), updated], findChange: ['repeatable'] });
    expect(delivery).toMatchObject({ status: 'updated' });
    expect(calls).toEqual(['update', 'findChange', 'update']);
    expect(waits).toEqual([1000]);
  });

  it('is unknown when such a platform answers none of its sends: it may be there', async () => {
    const answers = { update: Array.from({ length: 4 }, () => brokenAnswer(502)) };
    const looks = { findChange: Array.from({ length: 4 }, () => 'repeatable' as const) };
    expect((await play({ ...answers, ...looks })).delivery).toMatchObject({ status: 'unknown' });
  });

  it('outlives looks that fail', async () => {
    const { delivery, calls } = await play({
      update: [brokenAnswer(502), updated],
      findChange: [unreadable(), unreadable(), 'absent'],
    });
    expect(delivery).toMatchObject({ status: 'updated' });
    expect(calls).toEqual(['update', 'findChange', 'findChange', 'findChange', 'update']);
  });
});

describe('a process that ended in the middle of a note', () => {
  it('may have sent it: the next one looks first, and counts it', async () => {
    const { play: once, crash, clock } = setUp();
    await crash();
    clock.advance(policy.leaseMs);
    const { delivery, calls } = await once({ findChange: ['applied'] });
    expect(delivery).toMatchObject({ status: 'updated', success: true });
    expect(calls).toEqual(['findChange']);
  });

  it('and where it is not there after the settle window, it is sent', async () => {
    const { play: once, crash, clock } = setUp();
    await crash();
    clock.advance(policy.leaseMs + policy.settleWindowMs);
    expect((await once({ update: [updated], findChange: ['absent'] })).calls).toEqual(['findChange', 'update']);
  });
});

describe('a change that can be repeated', () => {
  it('is sent again where nobody can look', async () => {
    const { delivery, calls } = await play({ update: [silence(), updated] }, fields);
    expect(delivery).toMatchObject({ status: 'updated' });
    expect(calls).toEqual(['update', 'update']);
  });

  it('is sent again though an unanswered request may still come', async () => {
    const { delivery } = await play({ update: [silence(), updated], findChange: ['absent'] }, fields);
    expect(delivery).toMatchObject({ status: 'updated' });
  });

  it('is unknown, not failed, when the last send had no answer either', async () => {
    const script = { update: [silence(), silence(), silence(), silence()] };
    expect((await play(script, fields)).delivery).toMatchObject({ status: 'unknown' });
  });

  it('is left to a person where the plugin says that a second one would be seen', async () => {
    const { delivery, calls } = await play({ update: [silence()], findChange: ['unsure'] }, fields);
    expect(delivery).toMatchObject({ status: 'unknown' });
    expect(calls).toEqual(['update', 'findChange']);
  });
});

describe('a ledger that is away when the platform has answered', () => {
  const away = () => new ItsmError('ledger', 'The connection was lost.');

  it('gets the result when it is back', async () => {
    let left = 3;
    const { play: once, events } = setUp(({ changes }) => ({
      changes: {
        ...changes,
        settle: (...result) => (left-- > 0 ? Promise.reject(away()) : changes.settle(...result)),
      },
    }));
    expect((await once({ update: [updated] })).delivery).toMatchObject({ status: 'updated' });
    expect(events).toMatchObject([{ type: 'ticket-updated' }]);
  });

  it.each<[string, Script, object]>([
    ['a change that was made', { update: [updated] }, { status: 'updated', success: true }],
    ['one that was refused', { update: [badRequest()] }, { status: 'failed', error: { status: 400 } }],
  ])('and had taken it although its answer was lost: %s', async (_, script, expected) => {
    let lost = false;
    const { play: once, events } = setUp(({ changes }) => ({
      changes: {
        ...changes,
        async settle(...result) {
          const event = await changes.settle(...result);
          if (lost) return event;
          lost = true;
          throw away();
        },
      },
    }));
    expect((await once(script)).delivery).toMatchObject(expected);
    expect(events).toHaveLength(1);
  });
});

it('sends nothing when it was stopped until its lease was over, and another process has taken over', async () => {
  const { play: once, clock } = setUp(({ changes }) => ({
    changes: {
      ...changes,
      async claim(change) {
        const claim = await changes.claim(change);
        clock.advance(policy.leaseMs);
        await changes.claim(change);
        return claim;
      },
    },
  }));
  const { delivery, calls } = await once({ update: [updated] });
  expect(delivery).toMatchObject({ status: 'sending' });
  expect(calls).toEqual([]);
});

it('sends nothing more once another process has taken over', async () => {
  const { play: once, crash, clock } = setUp();
  const frozen = async () => {
    clock.advance(policy.leaseMs + 1000);
    await crash();
    throw refused();
  };
  const { delivery, calls } = await once({ update: [frozen] });
  expect(delivery).toMatchObject({ status: 'sending' });
  expect(calls).toEqual(['update']);
});
