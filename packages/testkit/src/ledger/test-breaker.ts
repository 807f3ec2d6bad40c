import assert from 'node:assert/strict';
import type { Failure } from '@itsm-bridge/core';
import { assertNear } from './assert-near.ts';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, newDelivery, newLane } from './samples.ts';

const paused: Failure = { kind: 'held', message: 'jira is paused by a person.' };
const broken: Failure = { kind: 'held', message: 'jira is held back: the platform refused the sign-in.' };
const openFor = { error: broken, baseMs: 30_000, maxMs: 300_000 };
const hourMs = 3_600_000;

export function testBreaker({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('a breaker', () => {
    it('that opens holds deliveries back until then at least', async () => {
      const { ledger, second = ledger, now } = await open();
      const lane = newLane();
      const before = now().getTime();
      await ledger.lanes.trip(lane, openFor);
      const { breaker } = await second.lanes.state(lane);
      assert.deepEqual(breaker?.error, broken);
      assertNear(breaker?.until.getTime() ?? 0, before + 30_000);
      const claim = await second.claim(newDelivery(lane));
      assert.ok(claim.status === 'closed');
      assert.deepEqual(claim.record.notBefore, breaker?.until);
    });

    it('stays open after its time, until somebody has asked the platform; one process does', async () => {
      const { ledger, second = ledger, pass } = await open();
      const lane = newLane();
      await ledger.lanes.trip(lane, openFor);
      assert.equal(await ledger.lanes.beginProbe(lane, 60_000), false, 'too early');
      await pass(31_000);
      assert.equal((await ledger.claim(newDelivery(lane))).status, 'closed');
      const asked = await Promise.all([ledger, second, ledger, second].map(one => one.lanes.beginProbe(lane, 60_000)));
      assert.equal(asked.filter(Boolean).length, 1);
      await pass(61_000);
      assert.equal(await second.lanes.beginProbe(lane, 60_000), true, 'whoever asked is gone');
      await second.lanes.closeBreaker(lane);
      await claimed(ledger, newDelivery(lane));
    });

    it('may be probed by another process at once when whoever does it leaves', async () => {
      const { ledger, second = ledger, pass } = await open();
      const lane = newLane();
      await ledger.lanes.trip(lane, openFor);
      await pass(31_000);
      assert.equal(await ledger.lanes.beginProbe(lane, 60_000), true);
      await ledger.lanes.leaveProbe(lane);
      assert.equal((await second.claim(newDelivery(lane))).status, 'closed', 'nobody has found it well');
      assert.equal(await second.lanes.beginProbe(lane, 60_000), true);
    });

    it('stays open twice as long each time within an hour, up to the most', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const opened: number[] = [];
      for (let n = 0; n < 6; n++) {
        const before = now().getTime();
        await ledger.lanes.trip(lane, openFor);
        opened.push(((await ledger.lanes.state(lane)).breaker?.until.getTime() ?? 0) - before);
        await ledger.lanes.closeBreaker(lane);
      }
      for (const [n, seconds] of [30, 60, 120, 240, 300, 300].entries()) assertNear(opened[n] ?? 0, seconds * 1_000);
      await pass(hourMs + 1_000);
      const before = now().getTime();
      await ledger.lanes.trip(lane, openFor);
      assertNear((await ledger.lanes.state(lane)).breaker?.until.getTime() ?? 0, before + 30_000);
    });

    it('opens once, however many requests under way tell of it', async () => {
      const { ledger, second = ledger, now } = await open();
      const lane = newLane();
      const before = now().getTime();
      for (const each of [ledger, second, ledger]) await each.lanes.trip(lane, openFor);
      assertNear((await ledger.lanes.state(lane)).breaker?.until.getTime() ?? 0, before + 30_000);
      await ledger.lanes.trip(lane, { ...openFor, baseMs: 120_000 });
      assertNear((await ledger.lanes.state(lane)).breaker?.until.getTime() ?? 0, before + 120_000);
      await ledger.lanes.trip(lane, openFor);
      assertNear((await ledger.lanes.state(lane)).breaker?.until.getTime() ?? 0, before + 120_000);
      await ledger.lanes.closeBreaker(lane);
      await ledger.lanes.trip(lane, openFor);
      assertNear((await ledger.lanes.state(lane)).breaker?.until.getTime() ?? 0, now().getTime() + 60_000);
    });

    it('does not end a pause when it closes', async () => {
      const { ledger } = await open();
      const lane = newLane();
      await ledger.lanes.pause(lane, paused);
      await ledger.lanes.trip(lane, openFor);
      await ledger.lanes.closeBreaker(lane);
      const { paused: still, breaker } = await ledger.lanes.state(lane);
      assert.ok(still && !breaker);
    });

    it('closes when a person resumes the lane, and what waited is due at once', async () => {
      const { ledger } = await open();
      const lane = newLane();
      await ledger.lanes.trip(lane, openFor);
      const delivery = newDelivery(lane);
      await ledger.claim(delivery);
      await ledger.lanes.resume(lane);
      await claimed(ledger, { ...delivery, askedBy: 'schedule' });
    });
  });
}
