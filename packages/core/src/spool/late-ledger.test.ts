import { describe, expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { keyOf } from '../__tests__/samples.ts';
import type { Ledger, QueuedDelivery } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { createMemoryLedger } from '../record/memory/create-memory-ledger.ts';
import { type LedgerPart, lateLedger } from './late-ledger.ts';

const gone = new ItsmError('ledger', 'Nothing answers.');
const lane = { environment: 'TEST', integration: 'servicenow' };
const delivery: QueuedDelivery = { ...lane, key: keyOf('a'), jobId: 'a', platform: 'servicenow', severity: 'low' };

/** A question for each part; the compiler asks for one where the contract gets another part. */
const questions: Readonly<Record<LedgerPart, (ledger: Ledger) => Promise<unknown>>> = {
  queue: ({ queue }) => queue.depth(lane),
  lanes: ({ lanes }) => lanes.state(lane),
  changes: ({ changes }) => changes.status({ key: delivery.key, changeId: 'n' }),
  dryRuns: ({ dryRuns }) => dryRuns.get(1n),
  audit: ({ audit }) => audit.page({ environment: 'TEST', limit: 1 }),
  twins: ({ twins }) => twins.take(lane, { limit: 10, againMs: 1_000 }),
  followUps: ({ followUps }) => followUps.take(lane, { limit: 10, againMs: 1_000 }),
  eventLog: ({ eventLog }) => eventLog.lastId(),
  retention: ({ retention }) => retention.count({ environment: 'TEST', keepMs: 1_000 }),
};

/** A ledger that cannot be opened `away` times. */
function setUp(away: number) {
  let left = away;
  let opened = 0;
  let closed = 0;
  const memory: Ledger = { ...createMemoryLedger({ clock: fakeClock() }), close: async () => void closed++ };
  const ledger = lateLedger(async () => {
    opened += 1;
    if (left-- > 0) throw gone;
    return memory;
  });
  return { ledger, memory, opened: () => opened, closed: () => closed };
}

describe('a ledger that is not there yet', () => {
  it('is not opened before somebody asks, and fails each call as the opening does', async () => {
    const { ledger, opened } = setUp(2);
    expect(opened()).toBe(0);
    await expect(ledger.deliveries({})).rejects.toBe(gone);
    await expect(ledger.queue.enqueue([delivery])).rejects.toBe(gone);
    expect(await ledger.deliveries({})).toEqual([]);
    expect(opened()).toBe(3);
  });

  it('is opened once for all that ask meanwhile, and never again once it is there', async () => {
    const { ledger, opened } = setUp(0);
    await Promise.all([ledger.deliveries({}), ledger.lanes.state(lane), ledger.eventLog.lastId()]);
    await ledger.queue.enqueue([delivery]);
    expect(opened()).toBe(1);
    expect(await ledger.deliveries({})).toMatchObject([{ key: delivery.key, status: 'pending' }]);
  });

  it.each(Object.entries(questions))('fails and then answers as the ledger itself in its part %s', async (_, ask) => {
    const { ledger, memory } = setUp(1);
    await expect(ask(ledger)).rejects.toBe(gone);
    expect(await ask(ledger)).toEqual(await ask(memory));
  });

  it('puts on record what it is told, in the ledger itself', async () => {
    const { ledger, memory } = setUp(0);
    await ledger.lanes.pause(lane, { kind: 'held', message: 'paused' });
    expect(await memory.lanes.state(lane)).toHaveProperty('paused');
    const change = { key: delivery.key, jobId: 'a', integration: 'servicenow', platform: 'servicenow', changeId: 'n' };
    expect(await ledger.changes.claim({ ...change, leaseMs: 1, ...({} as object) } as never)).toMatchObject({
      status: 'claimed',
    });
  });

  it('passes through async functions without being opened', async () => {
    const { ledger, opened } = setUp(0);
    await (async () => ledger)();
    expect(opened()).toBe(0);
  });

  it('has nothing to close before it is there, and is closed after', async () => {
    const { ledger, opened, closed } = setUp(1);
    await ledger.close();
    expect([opened(), closed()]).toEqual([0, 0]);
    await expect(ledger.deliveries({})).rejects.toBe(gone);
    await ledger.close();
    await ledger.deliveries({});
    await ledger.close();
    expect(closed()).toBe(1);
  });
});
