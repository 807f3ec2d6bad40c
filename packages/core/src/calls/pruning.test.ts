import { describe, expect, it } from 'vitest';
import { fakeClock } from '../__tests__/fake-clock.ts';
import { analysisOf, ticket } from '../__tests__/samples.ts';
import { created, scriptedAdapter } from '../__tests__/scripted-adapter.ts';
import { testItsm } from '../__tests__/test-itsm.ts';
import type { LiveOutcome, Pruned } from '../contracts.ts';

const dayMs = 86_400_000;
const done: LiveOutcome = { kind: 'created', ticket, warnings: [] };
const failed: LiveOutcome = { kind: 'failed', error: { kind: 'rejected', message: 'Mr Smith' }, warnings: [] };

const setUp = (retentionDays: number | undefined = 90) =>
  testItsm({ adapters: { servicenow: scriptedAdapter({ create: [created, created] }) }, retentionDays });

describe('prune', () => {
  it('removes what is older than retention_days, and tells how far it is', async () => {
    const { itsm, clock, settle } = setUp();
    for (let n = 0; n < 1_200; n++) await settle(`job ${n}`, done);
    clock.advance(91 * dayMs);
    await settle('young', done);
    const steps: Pruned[] = [];
    const counted = await itsm.prune({ dryRun: true });
    const pruned = await itsm.prune({ onProgress: soFar => steps.push(soFar) });
    expect(pruned).toEqual({ deliveries: 1_200, changes: 0, dryRuns: 0, events: 1_200, audit: 0 });
    expect(counted).toEqual(pruned);
    expect(steps.map(({ deliveries }) => deliveries)).toEqual([500, 1_000, 1_200]);
    expect(await itsm.deliveries()).toHaveLength(1_201);
  });

  it('makes no second ticket of the same analysis', async () => {
    const { itsm, clock, settle } = setUp();
    await settle('a', done);
    clock.advance(91 * dayMs);
    await itsm.prune();
    expect(await itsm.createTickets(analysisOf('critical', 'a'))).toMatchObject([
      { status: 'created', existing: true },
    ]);
  });

  it('leaves a dead letter that says why it cannot be replayed, and takes the analysis in again', async () => {
    const { itsm, clock, settle, keyOf } = setUp();
    await settle('a', failed);
    clock.advance(91 * dayMs);
    await itsm.prune();
    expect(await itsm.deliveries()).toMatchObject([
      { status: 'failed', error: { kind: 'rejected', message: expect.stringContaining('$settings.retention_days') } },
    ]);
    await expect(
      itsm
        .replay({ key: keyOf('a') })
        [Symbol.asyncIterator]()
        .next(),
    ).rejects.toMatchObject({
      kind: 'input',
      message:
        'the analysis of job "a" is no more on record: texts are removed $settings.retention_days after the end of a delivery. Hand it in again with "itsm create".',
    });
    expect(await itsm.createTickets(analysisOf('critical', 'a'))).toMatchObject([{ status: 'created' }]);
  });

  it('is refused where texts are kept for good', async () => {
    const { itsm } = testItsm({ adapters: { servicenow: scriptedAdapter({}) } });
    await expect(itsm.prune()).rejects.toMatchObject({
      kind: 'input',
      message: expect.stringContaining('$settings.retention_days is null'),
    });
  });

  it('is done by a worker at once, and again each hour', async () => {
    const clock = fakeClock();
    const { itsm, settle } = testItsm({
      adapters: { servicenow: scriptedAdapter({}) },
      retentionDays: 90,
      clock: { ...clock, sleep: (ms, signal) => (ms === 3_600_000 ? hour(signal) : clock.sleep(ms, signal)) },
    });
    const stop = new AbortController();
    const left: number[] = [];
    async function hour(signal: AbortSignal) {
      left.push((await itsm.prune({ dryRun: true })).deliveries);
      await settle(`job ${left.length}`, done);
      clock.advance(91 * dayMs);
      if (left.length === 3) stop.abort();
      if (signal.aborted) throw new Error('cut short');
    }
    await settle('job 0', done);
    clock.advance(91 * dayMs);
    await itsm.work({ signal: stop.signal });
    expect(left).toEqual([0, 0, 0]);
  });
});

describe('restored', () => {
  it('looks before each send, and finds what the backup does not know', async () => {
    const found = { kind: 'found', ticket, twins: [] } as const;
    const adapter = scriptedAdapter({ find: [found] });
    const { itsm, clock } = testItsm({ adapters: { servicenow: adapter } });
    await itsm.restored({ backupAt: new Date(clock.now().getTime() - dayMs), forMs: 30 * dayMs });
    expect(await itsm.createTickets(analysisOf('critical', 'a'))).toMatchObject([{ status: 'found', ticket }]);
    expect(adapter.calls).toEqual(['find']);
  });

  it.each([
    [new Date('the day before'), 1],
    [new Date(0), -1],
    [new Date(0), Number.NaN],
  ])('refuses what is no time or no span: %s, %d ms', async (backupAt, forMs) => {
    const { itsm } = setUp();
    await expect(itsm.restored({ backupAt, forMs })).rejects.toMatchObject({ kind: 'input' });
  });

  it('refuses a backup of the future', async () => {
    const { itsm, clock } = setUp();
    const backupAt = new Date(clock.now().getTime() + 1);
    await expect(itsm.restored({ backupAt, forMs: 1 })).rejects.toMatchObject({
      kind: 'input',
      message: 'The backup cannot be of 2025-10-27T10:30:00.001Z: that is in the future.',
    });
  });
});
