import { describe, expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { connectedTo, lane, notAborted } from '../__tests__/samples.ts';
import { scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { laneIsOpen } from './lane-is-open.ts';

const held = { kind: 'held', message: 'broken' } as const;

function setUp(probed: boolean) {
  const ledger = createMemoryLedger({ clock: fakeClock() });
  let probes = 0;
  const probe = async () => {
    probes += 1;
    return probed;
  };
  const connected = { ...connectedTo(scriptedAdapter({})), lane: { ...lane, probe } };
  const isOpen = () => laneIsOpen({ ledger, connected, stop: notAborted });
  return { ledger, isOpen, probes: () => probes };
}

describe('laneIsOpen', () => {
  it('takes work where nothing closes the lane, without asking the platform', async () => {
    const { isOpen, probes } = setUp(false);
    expect(await isOpen()).toBe(true);
    expect(probes()).toBe(0);
  });

  it('takes none while a person has paused it, and asks the platform nothing, whatever the breaker says', async () => {
    const { isOpen, ledger, probes } = setUp(true);
    await ledger.lanes.pause(lane.id, held);
    await ledger.lanes.trip(lane.id, { error: held, baseMs: 0, maxMs: 0 });
    expect(await isOpen()).toBe(false);
    expect(probes()).toBe(0);
  });

  it.each([true, false])('with an open breaker does what the probe finds (%s)', async well => {
    const { isOpen, ledger } = setUp(well);
    await ledger.lanes.trip(lane.id, { error: held, baseMs: 30_000, maxMs: 30_000 });
    expect(await isOpen()).toBe(well);
  });
});
