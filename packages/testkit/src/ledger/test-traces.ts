import assert from 'node:assert/strict';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, failure, leaseMs, newDelivery, newLane, settled } from './samples.ts';

export function testTraces({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('traces', () => {
    it('says whose trace a delivery belongs to, until it has failed and is handed in again', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const delivery = newDelivery(lane);
      const [first, second] = ['a', 'b'].map(digit => `00-${digit.repeat(32)}-${digit.repeat(16)}-01`);
      assert.ok(first && second);
      await ledger.queue.enqueue([{ ...delivery, traceParent: first }]);
      await ledger.queue.enqueue([{ ...delivery, traceParent: second }]);
      const [taken] = await ledger.queue.take(lane, { limit: 1, done: [] });
      assert.ok(taken);
      assert.equal(taken.traceParent, first);
      await settled(ledger, { ...delivery, traceParent: second }, { kind: 'failed', error: failure, warnings: [] });
      await ledger.queue.finish(lane, [taken]);
      await ledger.queue.enqueue([{ ...delivery, traceParent: second }]);
      assert.equal((await ledger.queue.take(lane, { limit: 1, done: [] }))[0]?.traceParent, second);
    });

    it('keeps the trace of a call whose process has ended, for the worker', async () => {
      const { ledger, pass } = await open();
      const lane = newLane();
      const traceParent = `00-${'c'.repeat(32)}-${'d'.repeat(16)}-01`;
      await claimed(ledger, { ...newDelivery(lane), traceParent });
      await pass(leaseMs + 1000);
      await ledger.queue.sweep(lane);
      assert.equal((await ledger.queue.take(lane, { limit: 1, done: [] }))[0]?.traceParent, traceParent);
    });

    it('is not that of somebody who gets no claim', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const delivery = newDelivery(lane);
      await ledger.queue.enqueue([delivery]);
      const stranger = { ...delivery, approvedOnly: true, traceParent: `00-${'e'.repeat(32)}-${'f'.repeat(16)}-01` };
      assert.equal((await ledger.claim(stranger)).status, 'not-due');
      assert.equal((await ledger.queue.take(lane, { limit: 1, done: [] }))[0]?.traceParent, undefined);
    });
  });
}
