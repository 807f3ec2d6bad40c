import assert from 'node:assert/strict';
import type { LaneId } from '@itsm-bridge/core';
import { assertNear } from './assert-near.ts';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { newLane } from './samples.ts';

const hourMs = 3_600_000;

export function testHour({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('an hour', () => {
    const ask = async ({ ledger, lane, times }: Asking) => {
      const answers: number[] = [];
      for (let n = 0; n < times; n++) answers.push(await ledger.lanes.admit(lane, 3));
      return answers;
    };

    it('has room for so many tickets, and says when there is room again', async () => {
      const { ledger, pass } = await open();
      const lane = newLane();
      assert.deepEqual(await ask({ ledger, lane, times: 2 }), [0, 0]);
      await pass(600_000);
      const [third, fourth] = await ask({ ledger, lane, times: 2 });
      assert.equal(third, 0);
      assertNear(fourth ?? 0, hourMs - 600_000);
      await pass(hourMs - 600_000 + 1_000);
      const later = await ask({ ledger, lane, times: 3 });
      assert.deepEqual(later.slice(0, 2), [0, 0]);
      assertNear(later[2] ?? 0, 600_000);
    });

    it('is shared: many that ask at once get no more', async () => {
      const { ledger, second = ledger } = await open();
      const lane = newLane();
      const asked = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? ledger : second).lanes.admit(lane, 3));
      assert.equal((await Promise.all(asked)).filter(waitMs => waitMs === 0).length, 3);
    });

    it('takes a place back that did not become a ticket', async () => {
      const { ledger } = await open();
      const lane = newLane();
      await ask({ ledger, lane, times: 3 });
      await ledger.lanes.giveBack(lane);
      const answers = await ask({ ledger, lane, times: 2 });
      assert.equal(answers[0], 0);
      assert.ok((answers[1] ?? 0) > 0);
    });

    it('keeps the newest places then: whichever delivery it was, no hour has one ticket too many', async () => {
      const { ledger, pass } = await open();
      const lane = newLane();
      await ask({ ledger, lane, times: 1 });
      await pass(1_800_000);
      await ask({ ledger, lane, times: 2 });
      await ledger.lanes.giveBack(lane);
      assert.equal(await ledger.lanes.admit(lane, 3), 0);
      assertNear(await ledger.lanes.admit(lane, 3), hourMs);
    });
  });
}

interface Asking {
  readonly ledger: Awaited<ReturnType<OpenLedger>>['ledger'];
  readonly lane: LaneId;
  readonly times: number;
}
