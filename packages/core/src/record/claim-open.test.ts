import { describe, expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, connectedTo, lane, notAborted, policy } from '../__tests__/samples.ts';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import type { AskedBy, NewDelivery } from '../contracts.ts';
import type { Lane } from '../lane/create-lane.ts';
import { claimOpen } from './claim-open.ts';
import { createMemoryLedger } from './memory/create-memory-ledger.ts';

const held = { kind: 'held', message: 'broken' } as const;

/** A ledger that notes what it is asked for, and a lane that notes what it is told. */
function setUp(probe: Lane['probe'] = async () => false) {
  const clock = fakeClock();
  const memory = createMemoryLedger({ clock });
  const asked: NewDelivery[] = [];
  const order: string[] = [];
  const ledger = {
    ...memory,
    async claim(delivery: NewDelivery) {
      asked.push(delivery);
      order.push('claim');
      return memory.claim(delivery);
    },
  };
  const own: Lane = {
    ...lane,
    probe,
    async claiming() {
      order.push('claiming');
      return () => void order.push('opened');
    },
  };
  const connected = { ...connectedTo(scriptedAdapter({})), lane: own };
  const claim = (askedBy: AskedBy = 'request', analysis = analysisOf()) =>
    claimOpen(ledger, connected, { analysis, askedBy, signal: notAborted, clock });
  return { ledger, claim, asked, order };
}

describe('claimOpen', () => {
  it('asks once what this process met is on record, and tells the lane that it is open', async () => {
    const { claim, order } = setUp();
    expect(await claim()).toMatchObject({ status: 'claimed' });
    expect(order).toEqual(['claiming', 'claim', 'opened']);
  });

  it('keeps the analysis of a request, and not the copy that came from the ledger', async () => {
    const { claim, asked } = setUp();
    const analysis = analysisOf();
    for (const askedBy of ['request', 'schedule', 'person'] as const) await claim(askedBy, analysis);
    expect(asked.map(delivery => delivery.analysis)).toEqual([analysis, undefined, undefined]);
    expect(asked[0]).toMatchObject({ severity: 'critical', leaseMs: policy.leaseMs, environment: 'TEST' });
  });

  it('puts the name of a recurring problem on record', async () => {
    const { claim, ledger } = setUp();
    await claim('request', { ...analysisOf(), fingerprint: 'db-pool' });
    expect(await ledger.deliveries({ fingerprint: 'db-pool' })).toHaveLength(1);
  });

  it('says why it waits where the lane is closed, and leaves the lane so', async () => {
    const { claim, ledger, order } = setUp();
    await ledger.lanes.pause(lane.id, held);
    expect(await claim()).toMatchObject({ status: 'closed', record: { error: held } });
    expect(order).not.toContain('opened');
  });

  it('asks the platform where the breaker’s time is over, and claims again when it is well', async () => {
    const context: { open?: () => Promise<void> } = {};
    const { claim, ledger } = setUp(async () => {
      await context.open?.();
      return true;
    });
    context.open = () => ledger.lanes.closeBreaker(lane.id);
    await ledger.lanes.trip(lane.id, { error: held, baseMs: 1, maxMs: 1 });
    expect(await claim()).toMatchObject({ status: 'claimed' });
  });

  it('does not probe for what is settled', async () => {
    const { claim } = setUp(() => expect.fail('probed'));
    await claim();
    expect(await claim()).toMatchObject({ status: 'held' });
  });
});
