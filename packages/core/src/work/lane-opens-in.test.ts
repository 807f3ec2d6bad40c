import { describe, expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { connectedTo, lane, notAborted } from '../__tests__/samples.ts';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { laneOpensIn } from './lane-opens-in.ts';

const held = { kind: 'held', message: 'broken' } as const;

function setUp(probed: boolean, limits = {}) {
  const ledger = createMemoryLedger({ clock: fakeClock() });
  let probes = 0;
  const probe = async () => {
    probes += 1;
    return probed;
  };
  const to = connectedTo(scriptedAdapter({}));
  const policy = { ...to.integration.policy, limits: { ...to.integration.policy.limits, ...limits } };
  const connected = { ...to, integration: { ...to.integration, policy }, lane: { ...lane, probe } };
  const opensIn = () => laneOpensIn({ ledger, connected, stop: notAborted });
  return { ledger, opensIn, probes: () => probes };
}

describe('laneOpensIn', () => {
  it('takes work where nothing closes the lane, without asking the platform', async () => {
    const { opensIn, probes } = setUp(false);
    expect(await opensIn()).toBe(0);
    expect(probes()).toBe(0);
  });

  it('takes none while a person has paused it, and asks the platform nothing, whatever the breaker says', async () => {
    const { opensIn, ledger, probes } = setUp(true);
    await ledger.lanes.pause(lane.id, held);
    await ledger.lanes.trip(lane.id, { error: held, baseMs: 0, maxMs: 0 });
    expect(await opensIn()).toBe(Number.POSITIVE_INFINITY);
    expect(probes()).toBe(0);
  });

  it.each([true, false])('with an open breaker does what the probe finds (%s)', async well => {
    const { opensIn, ledger } = setUp(well);
    await ledger.lanes.trip(lane.id, { error: held, baseMs: 30_000, maxMs: 30_000 });
    expect(await opensIn()).toBe(well ? 0 : Number.POSITIVE_INFINITY);
  });

  it('waits while the platform asked any process for a pause', async () => {
    const { opensIn, ledger } = setUp(true);
    await ledger.lanes.hold(lane.id, 20_000);
    expect(await opensIn()).toBe(20_000);
  });

  it('leaves a pause to the slots where the lane has a pace', async () => {
    const { opensIn, ledger } = setUp(true, { requestsPerSecond: 5 });
    await ledger.lanes.hold(lane.id, 20_000);
    expect(await opensIn()).toBe(0);
  });
});
