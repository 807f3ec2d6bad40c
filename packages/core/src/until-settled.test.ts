import { describe, expect, it } from 'vitest';
import { fakeClock } from './__tests__/fake-clock.ts';
import { notAborted } from './__tests__/samples.ts';
import type { Delivery } from './contracts.ts';
import { untilSettled } from './until-settled.ts';

const deliveryOf = (status: Delivery['status'], notBefore?: Date): Delivery => ({
  ...{ key: 'itsm-0', jobId: 'abc123', integration: 'servicenow', platform: 'servicenow', status },
  ...{ success: false, existing: false, attempts: 1, durationMs: 0, dryRun: false, warnings: [] },
  ...(notBefore ? { notBefore } : {}),
});

async function play(deliveries: readonly Delivery[], signal = notAborted) {
  const clock = fakeClock();
  const rest = [...deliveries];
  const once = async () => rest.shift() ?? deliveryOf('skipped');
  const end = await untilSettled(once, clock, signal);
  return { status: end.status, waits: clock.waits, unused: rest.length };
}

describe('untilSettled', () => {
  it.each(['created', 'found', 'failed', 'needs_review', 'dry_run', 'skipped'] as const)(
    '%s is final',
    async status => {
      expect(await play([deliveryOf(status), deliveryOf('created')])).toEqual({ status, waits: [], unused: 1 });
    },
  );

  it.each(['unknown', 'pending', 'sending'] as const)('looks again at %s after ten seconds', async status => {
    const end = await play([deliveryOf(status), deliveryOf(status), deliveryOf('found')]);
    expect(end).toEqual({ status: 'found', waits: [10_000, 10_000], unused: 0 });
  });

  it('waits until the delivery is due', async () => {
    const due = deliveryOf('pending', new Date('2025-10-27T10:31:30Z'));
    expect(await play([due, deliveryOf('created')])).toMatchObject({ status: 'created', waits: [90_000] });
  });

  it('looks each hour at one that is due in a month: a longer timer would end at once', async () => {
    const due = deliveryOf('pending', new Date('2025-11-27T10:30:00Z'));
    expect(await play([due, deliveryOf('created')])).toMatchObject({ waits: [3_600_000] });
  });

  it('ends with the last answer when the signal fires', async () => {
    const end = await play([deliveryOf('unknown'), deliveryOf('created')], AbortSignal.abort());
    expect(end).toEqual({ status: 'unknown', waits: [], unused: 1 });
  });

  it('does not hide that the ledger is gone', async () => {
    const gone = new Error('gone');
    await expect(untilSettled(() => Promise.reject(gone), fakeClock(), notAborted)).rejects.toBe(gone);
  });
});
