import assert from 'node:assert/strict';
import { assertNear } from './assert-near.ts';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, created, leaseMs, newDelivery, recordOf, settled, settlement } from './samples.ts';

export function testClaims({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('a claim', () => {
    it('is given for a key that is not on record, with no attempts and no doubt', async () => {
      const { ledger, now } = await open();
      const delivery = newDelivery();
      const claim = await claimed(ledger, delivery);
      assertNear(claim.now.getTime(), now().getTime());
      assert.equal(claim.attempts, 0);
      assert.equal(claim.doubt, undefined);
      assert.equal(claim.token.key, delivery.key);
      const { status, attempts, jobId, integration, platform } = await recordOf(ledger, delivery.key);
      assert.deepEqual(
        { status, attempts, jobId, integration, platform },
        { status: 'sending', attempts: 0, jobId: delivery.jobId, integration: 'servicenow', platform: 'servicenow' },
      );
    });

    it('is held while its lease lasts', async () => {
      const { ledger, pass } = await open();
      const delivery = newDelivery();
      await claimed(ledger, delivery);
      await pass(leaseMs - 5_000);
      assert.deepEqual(await ledger.claim(delivery), { status: 'held' });
    });

    it('goes to exactly one of twenty that ask at the same time', async () => {
      const { ledger, second = ledger } = await open();
      const delivery = newDelivery();
      const asked = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? ledger : second).claim(delivery));
      const statuses = (await Promise.all(asked)).map(claim => claim.status).sort();
      assert.deepEqual(statuses, ['claimed', ...Array.from({ length: 19 }, () => 'held')]);
    });

    it('goes to exactly one of twenty when a lease has run out', async () => {
      const { ledger, second = ledger, pass } = await open();
      const delivery = newDelivery();
      await claimed(ledger, delivery);
      await pass(leaseMs + 1_000);
      const asked = Array.from({ length: 20 }, (_, n) => (n % 2 === 0 ? ledger : second).claim(delivery));
      const statuses = (await Promise.all(asked)).map(claim => claim.status);
      assert.equal(statuses.filter(status => status === 'claimed').length, 1);
    });

    it('lasts longer when it is renewed', async () => {
      const { ledger, pass } = await open();
      const delivery = newDelivery();
      const { token } = await claimed(ledger, delivery);
      await pass(leaseMs - 5_000);
      assert.equal(await ledger.renew(token), true);
      await pass(leaseMs - 5_000);
      assert.deepEqual(await ledger.claim(delivery), { status: 'held' });
      await pass(10_000);
      assert.equal((await ledger.claim(delivery)).status, 'claimed');
    });

    it('may be renewed after its lease as long as nobody else has claimed', async () => {
      const { ledger, pass } = await open();
      const delivery = newDelivery();
      const { token } = await claimed(ledger, delivery);
      await pass(leaseMs + 1_000);
      assert.equal(await ledger.renew(token), true);
      assert.deepEqual(await ledger.claim(delivery), { status: 'held' });
    });

    it('is fenced: whoever was overtaken can neither renew nor settle', async () => {
      const { ledger, second = ledger, pass } = await open();
      const delivery = newDelivery();
      const old = await claimed(ledger, delivery);
      await pass(leaseMs + 1_000);
      const newer = await claimed(second, delivery);
      assert.ok(newer.token.token > old.token.token, 'the token grows');
      assert.equal(await ledger.renew(old.token), false);
      assert.equal(await ledger.settle(old.token, settlement(delivery, created)), 'superseded');
      assert.equal((await recordOf(ledger, delivery.key)).status, 'sending');
      assert.notEqual(await second.settle(newer.token, settlement(delivery, created)), 'superseded');
    });

    it('cannot be renewed once it is settled', async () => {
      const { ledger } = await open();
      const delivery = newDelivery();
      const token = await settled(ledger, delivery, created);
      assert.equal(await ledger.renew(token), false);
    });

    it('of a key that is not on record can be neither renewed nor settled', async () => {
      const { ledger } = await open();
      const delivery = newDelivery();
      const token = { key: delivery.key, token: 1n };
      assert.equal(await ledger.renew(token), false);
      assert.equal(await ledger.settle(token, settlement(delivery, created)), 'superseded');
      assert.deepEqual(await ledger.deliveries({ key: delivery.key }), []);
    });
  });
}
