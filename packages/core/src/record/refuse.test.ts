import { describe, expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { connectedTo, keyOf, oldDoubt, policy } from '../__tests__/samples.ts';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import type { ItsmEvent } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { failureOf } from '../send/failure-of.ts';
import { createMemoryLedger } from './memory/create-memory-ledger.ts';
import { refuse } from './refuse.ts';
import { settleUnsent } from './settle-unsent.ts';

const connected = connectedTo(scriptedAdapter({}));
const error = new ItsmError('input', 'job.title: is required');
const { signal } = new AbortController();

/** A queued delivery of the highest severity. */
async function setUp() {
  const clock = fakeClock();
  const events: ItsmEvent[] = [];
  const ledger = createMemoryLedger({ clock, events });
  const identity = { key: keyOf('a'), jobId: 'a', integration: 'servicenow', platform: 'servicenow' };
  await ledger.queue.enqueue([{ ...identity, environment: 'TEST', severity: 'critical', analysis: {} }]);
  const record = async () => {
    const [row] = await ledger.deliveries({});
    if (row === undefined) throw new Error('The row is gone.');
    return row;
  };
  const told: ItsmEvent[] = [];
  const sink = { emit: (event: ItsmEvent) => void told.push(event) };
  const refused = () => refuse(ledger, connected, { jobId: 'a', approved: 'none', error, clock, signal, sink });
  return { clock, events, ledger, record, refused, told };
}

describe('refuse', () => {
  it('leaves a dead letter with the reason, as urgent as it was', async () => {
    const { refused, record, events, told } = await setUp();
    await refused();
    expect(await record()).toMatchObject({
      ...{ status: 'failed', severity: 'critical', attempts: 0 },
      error: { kind: 'input', message: 'job.title: is required' },
    });
    expect(events).toMatchObject([{ type: 'ticket-failed', error: { kind: 'input' } }]);
    expect(told).toEqual(events);
  });

  it('refuses in a paused lane as well: nothing is sent', async () => {
    const { refused, record, ledger } = await setUp();
    await ledger.lanes.pause(connected.lane.id, { kind: 'held', message: 'paused' });
    await refused();
    expect(await record()).toMatchObject({ status: 'failed' });
  });

  it('keeps a doubt, and gives it to a person in the end rather than asking for ever', async () => {
    const { refused, record, ledger, clock } = await setUp();
    await settleUnsent(ledger, await record(), {
      ...{ askedBy: 'person', leaseMs: policy.leaseMs, clock, signal },
      end: () => ({
        outcome: {
          kind: 'unknown',
          error: failureOf(error, 'input'),
          doubt: oldDoubt,
          notBefore: new Date(0),
          warnings: [],
        },
        rounds: 0,
      }),
    });
    const waits: number[] = [];
    for (let n = 0; n < 20 && (await record()).status !== 'needs_review'; n++) {
      await refused();
      const { status, notBefore } = await record();
      if (status === 'unknown') waits.push((notBefore?.getTime() ?? 0) - clock.now().getTime());
      clock.advance(waits.at(-1) ?? 0);
    }
    expect(waits).toEqual(policy.laterMs);
    const claim = await ledger.claim({ ...(await record()), leaseMs: 1, askedBy: 'person' });
    expect(claim).toMatchObject({ status: 'claimed', doubt: oldDoubt });
  });

  it('leaves alone what another process holds, and what is not on record', async () => {
    const { refused, record, ledger, clock, events } = await setUp();
    await ledger.claim({ ...(await record()), leaseMs: 60_000, askedBy: 'schedule' });
    await refused();
    await refuse(ledger, connected, { jobId: 'b', approved: 'none', error, clock, signal });
    expect(await record()).toMatchObject({ status: 'sending' });
    expect(events).toEqual([]);
  });
});
