import assert from 'node:assert/strict';
import type { LaneId, NewDelivery, Severity } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { analysis, queued } from './queued.ts';
import { claimed, created, failure, newDelivery, newLane, recordOf, settled, settlement } from './samples.ts';

export function testQueue({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('the queue', () => {
    it('gives back what was enqueued, once, with its analysis', async () => {
      const { ledger, second = ledger } = await open();
      const lane = newLane();
      const delivery = queued(lane);
      const [record] = await ledger.queue.enqueue([delivery]);
      assert.equal(record?.status, 'pending');
      const taken = await second.queue.take(lane, { limit: 10, done: [] });
      assert.deepEqual(
        taken.map(({ key, jobId, analysis: kept }) => ({ key, jobId, analysis: kept })),
        [{ key: delivery.key, jobId: delivery.jobId, analysis }],
      );
      assert.deepEqual(await ledger.queue.take(lane, { limit: 10, done: [] }), []);
    });

    it('keeps lanes apart', async () => {
      const { ledger } = await open();
      const [lane, other] = [newLane(), newLane()];
      await ledger.queue.enqueue([queued(lane)]);
      assert.deepEqual(await ledger.queue.take(other, { limit: 10, done: [] }), []);
      assert.deepEqual(await ledger.queue.take({ ...lane, integration: 'jira' }, { limit: 10, done: [] }), []);
    });

    it('takes critical before low, and the older of two that are alike first', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const order: readonly Severity[] = ['low', 'critical', 'medium', 'critical', 'high'];
      const deliveries = order.map(severity => queued(lane, { severity }));
      for (const delivery of deliveries) await ledger.queue.enqueue([delivery]);
      const keys = [1, 3, 4, 2, 0].map(index => deliveries[index]?.key);
      const taken = [
        ...(await ledger.queue.take(lane, { limit: 2, done: [] })),
        ...(await ledger.queue.take(lane, { limit: 10, done: [] })),
      ];
      // A batch comes in no order of its own: what counts is what is in the first one.
      assert.deepEqual(new Set(taken.slice(0, 2).map(({ key }) => key)), new Set(keys.slice(0, 2)));
      assert.deepEqual(new Set(taken.slice(2).map(({ key }) => key)), new Set(keys.slice(2)));
    });

    it('gives each wake-up to one of many that ask at the same time', async () => {
      const { ledger, second = ledger } = await open();
      const lane = newLane();
      const deliveries = Array.from({ length: 20 }, () => queued(lane));
      await ledger.queue.enqueue(deliveries);
      const asked = Array.from({ length: 8 }, (_, n) =>
        (n % 2 === 0 ? ledger : second).queue.take(lane, { limit: 5, done: [] }),
      );
      const taken = (await Promise.all(asked)).flat().map(({ key }) => key);
      assert.equal(new Set(taken).size, taken.length, 'none twice');
      const rest = (await ledger.queue.take(lane, { limit: 20, done: [] })).map(({ key }) => key);
      assert.deepEqual([...taken, ...rest].sort(), deliveries.map(({ key }) => key).sort());
    });

    it('takes the same delivery in once while it waits', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const delivery = queued(lane);
      await ledger.queue.enqueue([delivery]);
      await ledger.queue.enqueue([delivery]);
      assert.equal((await ledger.queue.take(lane, { limit: 10, done: [] })).length, 1);
    });

    it('leaves a delivery that has its ticket alone', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const delivery = claimable(lane);
      await settled(ledger, delivery, created);
      const [record] = await ledger.queue.enqueue([delivery]);
      assert.equal(record?.status, 'created');
      assert.deepEqual(await ledger.queue.take(lane, { limit: 10, done: [] }), []);
    });

    it('sends a dead letter again, with the newest analysis', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const delivery = claimable(lane);
      await settled(ledger, delivery, { kind: 'failed', error: failure, warnings: [] });
      const mended = { ...analysis, mended: true };
      const [record] = await ledger.queue.enqueue([{ ...delivery, fingerprint: 'pool', analysis: mended }]);
      assert.equal(record?.fingerprint, 'pool');
      assert.equal(record?.status, 'pending');
      assert.equal(record?.error, undefined);
      const [taken] = await ledger.queue.take(lane, { limit: 10, done: [] });
      assert.deepEqual(taken?.analysis, mended);
    });

    it('counts what is in it', async () => {
      const { ledger, pass, now } = await open();
      const lane = newLane();
      await ledger.queue.enqueue([queued(lane)]);
      await pass(60_000);
      const busy = claimable(lane);
      await claimed(ledger, busy);
      await settled(ledger, claimable(lane), created);
      await settled(ledger, claimable(lane), { kind: 'failed', error: failure, warnings: [] });
      await settled(ledger, claimable(lane), { kind: 'needs-review', error: failure, warnings: [] });
      const doubt = { from: now(), until: now(), answered: true };
      const unknown = claimable(lane);
      const { token } = await claimed(ledger, unknown);
      await ledger.settle(
        token,
        settlement(unknown, { kind: 'unknown', error: failure, doubt, notBefore: now(), warnings: [] }),
      );
      const rejected = { kind: 'discarded', message: 'Rejected by ada.' } as const;
      await settled(ledger, claimable(lane), { kind: 'failed', error: rejected, warnings: [] });
      const { oldestPendingMs, ...depth } = await ledger.queue.depth(lane);
      assert.deepEqual(depth, { pending: 1, sending: 1, unknown: 1, needsReview: 1, failed: 1 });
      assert.ok(oldestPendingMs >= 60_000 && oldestPendingMs < 120_000, `${oldestPendingMs}`);
      const nothing = { pending: 0, sending: 0, unknown: 0, needsReview: 0, failed: 0, oldestPendingMs: 0 };
      assert.deepEqual(await ledger.queue.depth(newLane()), nothing);
    });

    it('wakes whoever waits for work', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const never = new AbortController().signal;
      const waited = ledger.queue.wait(lane, 3_600_000, never);
      await ledger.queue.enqueue([queued(lane)]);
      await waited;
    });

    it('keeps the analysis through claims that bring none', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const delivery = claimable(lane);
      await ledger.queue.enqueue([{ ...delivery, analysis }]);
      const { analysis: _, ...bare } = delivery;
      await settled(ledger, { ...bare, askedBy: 'schedule' }, { kind: 'failed', error: failure, warnings: [] });
      assert.equal((await recordOf(ledger, delivery.key)).status, 'failed');
      await ledger.queue.enqueue([{ ...delivery, analysis }]);
      assert.deepEqual((await ledger.queue.take(lane, { limit: 1, done: [] }))[0]?.analysis, analysis);
    });
  });
}

const claimable = (lane: LaneId): NewDelivery => newDelivery(lane);
