import { describe, expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { keyOf } from '../__tests__/samples.ts';
import type { Ledger } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { createMemoryLedger } from './memory/create-memory-ledger.ts';
import { settleUnsent } from './settle-unsent.ts';

const message = 'Database "rca" at db:5432 failed: deadlock detected';

/** A person rejects what is queued, on a ledger that sends so many settlements back. */
async function reject(sentBack: number, { signal } = new AbortController()) {
  const clock = fakeClock();
  const ledger = createMemoryLedger({ clock });
  const identity = { key: keyOf('a'), jobId: 'a', integration: 'servicenow', platform: 'servicenow' };
  const [record] = await ledger.queue.enqueue([{ ...identity, environment: 'TEST', severity: 'high', analysis: {} }]);
  if (record === undefined) throw new Error('There is no row.');
  let left = sentBack;
  const settle: Ledger['settle'] = async (token, settlement) => {
    if (left-- > 0) throw new ItsmError('ledger', message);
    return ledger.settle(token, settlement);
  };
  const event = settleUnsent({ claim: ledger.claim, settle }, record, {
    ...{ askedBy: 'person', leaseMs: 60_000, clock, signal },
    end: () => ({
      outcome: { kind: 'failed', error: { kind: 'discarded', message: 'Rejected by anna.' }, warnings: [] },
      rounds: 0,
    }),
  });
  const row = async () => (await ledger.deliveries({ key: record.key }))[0];
  return { event, row, clock };
}

describe('settleUnsent', () => {
  it('tries again where the ledger sends it back: left as claimed, a worker would take it up and send', async () => {
    const { event, row, clock } = await reject(2);
    expect(await event).toMatchObject({ type: 'ticket-failed', error: { kind: 'discarded' } });
    expect(await row()).toMatchObject({ status: 'failed', error: { kind: 'discarded' } });
    expect(clock.waits).toEqual([250, 500]);
  });

  it('tells whoever has gone at once', async () => {
    const controller = new AbortController();
    controller.abort();
    const { event, row } = await reject(1, controller);
    await expect(event).rejects.toThrow(message);
    expect(await row()).toMatchObject({ status: 'sending' });
  });
});
