import { describe, expect, it } from 'vitest';
import { badRequest, refused, silence, throttled } from './__tests__/failures.ts';
import { fakeClock } from './__tests__/fake-clock.ts';
import { connectedTo, keyOf, notAborted, ticket } from './__tests__/samples.ts';
import { type Script, scriptedAdapter } from './__tests__/scripted-adapter.ts';
import type { ItsmEvent, TicketChange } from './contracts.ts';
import { createMemoryLedger } from './record/memory/create-memory-ledger.ts';
import { parseMarkdown } from './render/parse-markdown.ts';
import { createUpdate } from './update.ts';

const note: TicketChange = { id: 'change-1', kind: 'note', body: parseMarkdown('Rolled back.'), audience: 'internal' };
const updated = { ticket, warnings: [] };

async function play(script: Script, signal = notAborted) {
  const clock = fakeClock();
  const events: ItsmEvent[] = [];
  const told: ItsmEvent[] = [];
  const update = createUpdate({
    ledger: createMemoryLedger({ clock, events }),
    sink: { emit: event => told.push(event) },
    clock,
    random: () => 0.5,
  });
  const adapter = scriptedAdapter(script);
  const delivery = await update({ connected: connectedTo(adapter), jobId: 'abc123', ticket, change: note, signal });
  return { delivery, adapter, events, told, waits: clock.waits };
}

describe('update', () => {
  it('sends the change, puts it on record as an event and tells the sinks', async () => {
    const { delivery, adapter, events, told } = await play({ update: [updated] });
    const identity = { key: keyOf('abc123'), jobId: 'abc123', integration: 'servicenow', platform: 'servicenow' };
    const facts = { ticket, durationMs: 0, dryRun: false, warnings: [] };
    expect(delivery).toEqual({ ...identity, ...facts, status: 'updated', success: true });
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
    const { delivery, adapter, events, waits } = await play({ update: [refused(), throttled(5000), updated] });
    expect(delivery).toMatchObject({ status: 'updated' });
    expect(adapter.calls).toEqual(['update', 'update', 'update']);
    expect(waits).toEqual([1000, 5000]);
    expect(events).toMatchObject([{ type: 'ticket-updated', attempt: 3, durationMs: 6000 }]);
  });

  it('gives up after four sends', async () => {
    const { delivery, adapter, waits } = await play({ update: [refused(), refused(), refused(), refused()] });
    expect(delivery).toMatchObject({ status: 'failed', success: false, error: { kind: 'unavailable' } });
    expect(adapter.calls).toHaveLength(4);
    expect(waits).toEqual([1000, 2000, 4000]);
  });

  it.each([
    ['a write without an answer', silence()],
    ['an error that is not of our making', new TypeError('x is not a function')],
  ])('does not write a note twice that may be there already: %s', async (_, failure) => {
    const { delivery, adapter, events } = await play({ update: [failure] });
    expect(delivery).toMatchObject({ status: 'unknown', success: false, error: { kind: 'outcome-unknown' } });
    expect(adapter.calls).toEqual(['update']);
    expect(events).toMatchObject([{ type: 'ticket-update-failed', error: { kind: 'outcome-unknown' } }]);
  });

  it('takes a refusal as the last word', async () => {
    const { delivery, adapter, events, told } = await play({ update: [badRequest()] });
    const error = { kind: 'rejected', status: 400, message: 'priority: Specify a valid value for priority' };
    expect(delivery).toMatchObject({ status: 'failed', success: false, ticket, error });
    expect(adapter.calls).toEqual(['update']);
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
    const { delivery, adapter } = await play({ update: [refusedThenAborted] }, controller.signal);
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'unavailable' } });
    expect(adapter.calls).toEqual(['update']);
  });

  it('marks the change of an adapter that never writes as a dry run', async () => {
    const { delivery, events } = await play({ writes: false, update: [updated] });
    expect(delivery).toMatchObject({ status: 'dry_run', dryRun: true });
    expect(events).toMatchObject([{ type: 'ticket-updated', dryRun: true }]);
  });
});
