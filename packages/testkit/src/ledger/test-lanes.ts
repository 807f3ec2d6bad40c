import assert from 'node:assert/strict';
import type { Failure } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, created, failure, newDelivery, newLane, recordOf, settled } from './samples.ts';

const paused: Failure = { kind: 'held', message: 'jira is paused by a person.' };

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
}
