import assert from 'node:assert/strict';
import { assertNear } from './assert-near.ts';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { newLane } from './samples.ts';

export function testPace({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('a pace', () => {
    it('hands out slots at equal distances, to all processes together', async () => {
      const { ledger, second = ledger } = await open();
      const lane = newLane();
      const waits: number[] = [];
      for (const each of [ledger, second, ledger, second]) {
        waits.push(await each.lanes.reserve(lane, { slots: 10, perSecond: 1 }));
      }
      for (const [n, seconds] of [0, 10, 20, 30].entries()) assertNear(waits[n] ?? 0, seconds * 1_000);
    });

    it('begins anew after a time without requests', async () => {
      const { ledger, pass } = await open();
      const lane = newLane();
      await ledger.lanes.reserve(lane, { slots: 5, perSecond: 1 });
      await pass(60_000);
      assert.equal(await ledger.lanes.reserve(lane, { slots: 5, perSecond: 1 }), 0);
    });

    it('pauses for everybody when the platform asks for it, and a shorter request changes nothing', async () => {
      const { ledger, second = ledger } = await open();
      const lane = newLane();
      await ledger.lanes.hold(lane, 20_000);
      await ledger.lanes.hold(lane, 5_000);
      assertNear((await second.lanes.state(lane)).slotInMs ?? 0, 20_000);
      assertNear(await second.lanes.reserve(lane, { slots: 1, perSecond: 10 }), 20_000);
    });

    it('is over when its time is', async () => {
      const { ledger, pass } = await open();
      const lane = newLane();
      await ledger.lanes.hold(lane, 20_000);
      await pass(21_000);
      assert.deepEqual(await ledger.lanes.state(lane), {});
    });
  });
}
