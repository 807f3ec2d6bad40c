import assert from 'node:assert/strict';
import type { Failure, LaneId } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, created, failure, newDelivery, newLane, recordOf, settled } from './samples.ts';

const paused: Failure = { kind: 'held', message: 'jira is paused by a person.' };
const broken: Failure = { kind: 'held', message: 'jira is held back: the platform refused the sign-in.' };
const openFor = { error: broken, baseMs: 30_000, maxMs: 300_000 };
const hourMs = 3_600_000;

export function testLanes({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('a lane', () => {
    it('is open at first', async () => {
      const { ledger } = await open();
      assert.deepEqual(await ledger.lanes.state(newLane()), {});
    });

    it('that is paused gives no claims: the deliveries wait, with the reason, until it is resumed', async () => {
      const { ledger, second = ledger } = await open();
      const lane = newLane();
      await ledger.lanes.pause(lane, paused);
      assert.deepEqual((await second.lanes.state(lane)).paused?.error, paused);
      const delivery = newDelivery(lane);
      const claim = await second.claim(delivery);
      assert.ok(claim.status === 'closed');
      assert.deepEqual(claim.record.error, paused);
      assert.equal((await recordOf(ledger, delivery.key)).status, 'pending');
      assert.equal(
        (await second.claim({ ...delivery, askedBy: 'person' })).status,
        'closed',
        'not for a person either',
      );
      await ledger.lanes.resume(lane);
      assert.deepEqual(await second.lanes.state(lane), {});
      const later = await claimed(second, { ...delivery, askedBy: 'schedule' });
      assert.equal(later.doubt, undefined);
    });

    it('that is paused gives a claim that sends nothing: a person may end what waits', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const delivery = newDelivery(lane);
      await settled(ledger, delivery, { kind: 'needs-review', error: failure, warnings: [] });
      await ledger.lanes.pause(lane, paused);
      await claimed(ledger, { ...delivery, askedBy: 'person', sendsNothing: true });
    });

    it('closes for itself alone', async () => {
      const { ledger } = await open();
      const lane = newLane();
      await ledger.lanes.pause(lane, paused);
      await claimed(ledger, newDelivery({ ...lane, integration: 'jira' }));
      await claimed(ledger, newDelivery({ ...lane, environment: 'PROD' }));
    });

    it('keeps the doubt of what it holds back', async () => {
      const { ledger, now } = await open();
      const lane = newLane();
      const delivery = newDelivery(lane);
      const doubt = { from: new Date(now().getTime() - 1_000), until: now(), answered: false };
      await settled(ledger, delivery, { kind: 'unknown', error: failure, doubt, notBefore: now(), warnings: [] });
      await ledger.lanes.pause(lane, paused);
      assert.equal((await ledger.claim(delivery)).status, 'closed');
      assert.equal((await recordOf(ledger, delivery.key)).status, 'unknown');
      await ledger.lanes.resume(lane);
      assert.deepEqual((await claimed(ledger, delivery)).doubt, doubt);
    });

    it('leaves a ticket that exists, and a claim that is held, as they are', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const [done, busy] = [newDelivery(lane), newDelivery(lane)];
      await settled(ledger, done, created);
      const { token } = await claimed(ledger, busy);
      await ledger.lanes.pause(lane, paused);
      assert.equal((await ledger.claim(done)).status, 'settled');
      assert.deepEqual(await ledger.claim(busy), { status: 'held' });
      assert.equal(await ledger.renew(token), true);
    });

    it('is fenced: what it holds back can no more be settled by an older claim', async () => {
      const { ledger, pass } = await open();
      const lane = newLane();
      const delivery = newDelivery(lane);
      const { token } = await claimed(ledger, delivery);
      await pass(delivery.leaseMs + 1_000);
      await ledger.lanes.pause(lane, paused);
      assert.equal((await ledger.claim(delivery)).status, 'closed');
      assert.equal(await ledger.renew(token), false);
      await ledger.lanes.resume(lane);
      assert.ok((await claimed(ledger, delivery)).doubt, 'nobody knows what the older one did');
    });
  });

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
      assertNear(await second.lanes.reserve(lane, { slots: 1, perSecond: 10 }), 20_000);
    });
  });

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
  });
}

interface Asking {
  readonly ledger: Awaited<ReturnType<OpenLedger>>['ledger'];
  readonly lane: LaneId;
  readonly times: number;
}

/** A real clock goes on while a test runs. */
const assertNear = (found: number, expected: number) =>
  assert.ok(Math.abs(found - expected) < 4_000, `found ${found}, expected about ${expected}`);
