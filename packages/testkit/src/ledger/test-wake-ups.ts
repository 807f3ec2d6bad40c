import assert from 'node:assert/strict';
import type { LaneId, NewDelivery } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { keysOf } from './queued.ts';
import { claimed, created, failure, leaseMs, newDelivery, newLane, settled } from './samples.ts';

export function testWakeUps({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('a wake-up', () => {
    it('wakes a delivery again when it is due, and not before', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const delivery = claimable(lane);
      await ledger.queue.enqueue([delivery]);
      const [taken] = await ledger.queue.take(lane, { limit: 10, done: [] });
      assert.ok(taken);
      const notBefore = new Date(now().getTime() + 30_000);
      await settled(ledger, delivery, { kind: 'pending', error: failure, notBefore, warnings: [] });
      await ledger.queue.finish(lane, [{ ...taken, again: notBefore }]);
      assert.deepEqual(await ledger.queue.take(lane, { limit: 10, done: [] }), []);
      await pass(31_000);
      assert.deepEqual(keysOf(await ledger.queue.take(lane, { limit: 10, done: [] })), [delivery.key]);
    });

    it('sweeps up what has lost its wake-up, and makes no second one', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const delivery = claimable(lane);
      await ledger.queue.enqueue([delivery]);
      const [taken] = await ledger.queue.take(lane, { limit: 10, done: [] });
      assert.ok(taken);
      await ledger.queue.finish(lane, [taken]);
      assert.equal(await ledger.queue.sweep(lane), 1);
      assert.equal(await ledger.queue.sweep(lane), 0);
      assert.deepEqual(keysOf(await ledger.queue.take(lane, { limit: 10, done: [] })), [delivery.key]);
    });

    it('is put away by whoever takes the next ones, for good or until its delivery is due again', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const [over, waits] = [claimable(lane), claimable(lane)];
      await ledger.queue.enqueue([over]);
      const first = await ledger.queue.take(lane, { limit: 10, done: [] });
      await settled(ledger, over, created);
      await ledger.queue.enqueue([waits]);
      const second = await ledger.queue.take(lane, { limit: 10, done: first });
      assert.deepEqual(keysOf(second), [waits.key]);
      const notBefore = new Date(now().getTime() + 30_000);
      await settled(ledger, waits, { kind: 'pending', error: failure, notBefore, warnings: [] });
      const again = second.map(taken => ({ ...taken, again: notBefore }));
      assert.deepEqual(await ledger.queue.take(lane, { limit: 10, done: again }), []);
      assert.equal(await ledger.queue.sweep(lane), 0);
      await pass(31_000);
      assert.deepEqual(keysOf(await ledger.queue.take(lane, { limit: 10, done: [] })), [waits.key]);
    });

    it('wakes at once what waited for a lane that a person has opened early', async () => {
      const { ledger, now } = await open();
      const lane = newLane();
      const delivery = claimable(lane);
      await ledger.queue.enqueue([delivery]);
      const [taken] = await ledger.queue.take(lane, { limit: 10, done: [] });
      assert.ok(taken);
      await ledger.lanes.trip(lane, { error: { kind: 'held', message: 'broken' }, baseMs: 900_000, maxMs: 900_000 });
      const claim = await ledger.claim(delivery);
      assert.ok(claim.status === 'closed');
      const { notBefore = now() } = claim.record;
      await ledger.queue.finish(lane, [{ ...taken, again: notBefore }]);
      assert.equal(await ledger.queue.sweep(lane), 0);
      await ledger.lanes.resume(lane);
      assert.equal(await ledger.queue.sweep(lane), 1);
      assert.deepEqual(keysOf(await ledger.queue.take(lane, { limit: 10, done: [] })), [delivery.key]);
    });

    it('sweeps up a claim whose lease has run out, and none before', async () => {
      const { ledger, pass } = await open();
      const lane = newLane();
      const delivery = claimable(lane);
      await claimed(ledger, delivery);
      assert.equal(await ledger.queue.sweep(lane), 0);
      await pass(leaseMs + 1_000);
      assert.equal(await ledger.queue.sweep(lane), 1);
      assert.deepEqual(keysOf(await ledger.queue.take(lane, { limit: 10, done: [] })), [delivery.key]);
    });

    it('sweeps up such a claim where the delivery was taken up before its time, too', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const delivery = claimable(lane);
      await ledger.queue.enqueue([delivery]);
      const [taken] = await ledger.queue.take(lane, { limit: 10, done: [] });
      assert.ok(taken);
      const notBefore = new Date(now().getTime() + 7_200_000);
      await settled(ledger, delivery, { kind: 'pending', error: failure, notBefore, warnings: [] });
      await ledger.queue.finish(lane, [{ ...taken, again: notBefore }]);
      await claimed(ledger, { ...delivery, askedBy: 'person' });
      await pass(leaseMs + 1_000);
      assert.equal(await ledger.queue.sweep(lane), 1);
      assert.deepEqual(keysOf(await ledger.queue.take(lane, { limit: 10, done: [] })), [delivery.key]);
    });

    it('comes as early as its delivery is urgent now', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const [low, medium] = [newDelivery({ ...lane, severity: 'low' }), newDelivery({ ...lane, severity: 'medium' })];
      await ledger.queue.enqueue([low, medium]);
      await ledger.queue.enqueue([{ ...low, severity: 'critical' }]);
      assert.deepEqual(keysOf(await ledger.queue.take(lane, { limit: 1, done: [] })), [low.key]);
    });

    it('leaves what is settled, or not due, out of the sweep', async () => {
      const { ledger, now } = await open();
      const lane = newLane();
      const notBefore = new Date(now().getTime() + 60_000);
      await settled(ledger, claimable(lane), created);
      await settled(ledger, claimable(lane), { kind: 'failed', error: failure, warnings: [] });
      await settled(ledger, claimable(lane), { kind: 'needs-review', error: failure, warnings: [] });
      await settled(ledger, claimable(lane), { kind: 'pending', error: failure, notBefore, warnings: [] });
      assert.equal(await ledger.queue.sweep(lane), 0);
    });
  });
}

const claimable = (lane: LaneId): NewDelivery => newDelivery(lane);
