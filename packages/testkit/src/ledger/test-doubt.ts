import assert from 'node:assert/strict';
import type { Doubt, LiveOutcome } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, failure, leaseMs, newDelivery, settled, settlement } from './samples.ts';

export function testDoubt({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('doubt', () => {
    it('covers the whole lease of a claim that was never settled', async () => {
      const { ledger, pass, now } = await open();
      const delivery = newDelivery();
      await claimed(ledger, delivery);
      await pass(leaseMs + 1_000);
      const { doubt, attempts } = await claimed(ledger, delivery);
      assert.ok(doubt);
      assert.equal(doubt.answered, false);
      assert.equal(doubt.until.getTime() - doubt.from.getTime(), leaseMs);
      assert.ok(doubt.until <= now(), 'the lease had run out');
      assert.equal(attempts, 0);
    });

    it('begins with the first claim that was lost and ends with the last', async () => {
      const { ledger, pass } = await open();
      const delivery = newDelivery();
      await claimed(ledger, delivery);
      await pass(leaseMs + 1_000);
      const { doubt: first } = await claimed(ledger, delivery);
      await pass(leaseMs + 1_000);
      const { doubt: both } = await claimed(ledger, delivery);
      assert.ok(first && both);
      assert.ok(both.until.getTime() - both.from.getTime() >= 2 * leaseMs + 1_000);
      assert.ok(both.until > first.until);
    });

    it('ends where a renewed lease ran out', async () => {
      const { ledger, pass } = await open();
      const delivery = newDelivery();
      const { token } = await claimed(ledger, delivery);
      await pass(30_000);
      await ledger.renew(token);
      await pass(leaseMs + 1_000);
      const { doubt } = await claimed(ledger, delivery);
      assert.ok(doubt);
      assert.ok(doubt.until.getTime() - doubt.from.getTime() >= leaseMs + 30_000);
    });

    for (const answered of [true, false]) {
      it(`comes back as it was settled (answered: ${answered}), to the next claim, at once`, async () => {
        const { ledger, now } = await open();
        const delivery = newDelivery();
        const doubt = doubtUntil(now(), answered);
        await settled(ledger, delivery, unknown(doubt));
        assert.deepEqual((await claimed(ledger, delivery)).doubt, doubt);
      });
    }

    it('of the very run after which a person is to decide is kept as well', async () => {
      const { ledger, now } = await open();
      const delivery = newDelivery();
      const doubt = doubtUntil(now(), false);
      await settled(ledger, delivery, { kind: 'needs-review', error: failure, doubt, warnings: [] });
      assert.deepEqual((await claimed(ledger, { ...delivery, askedBy: 'person' })).doubt, doubt);
    });

    it('outlives the person who ended the delivery: whoever sends again looks first', async () => {
      const { ledger, now } = await open();
      const [again, queued] = [newDelivery(), newDelivery()];
      const doubt = doubtUntil(now(), false);
      for (const delivery of [again, queued]) {
        await settled(ledger, delivery, { kind: 'needs-review', error: failure, warnings: [] });
        await settled(ledger, { ...delivery, askedBy: 'person' }, unknown(doubt));
        await settled(ledger, delivery, { kind: 'failed', error: failure, doubt, warnings: [] });
      }
      assert.deepEqual((await claimed(ledger, again)).doubt, doubt);
      const [record] = await ledger.queue.enqueue([queued]);
      assert.equal(record?.status, 'unknown');
      assert.deepEqual((await claimed(ledger, queued)).doubt, doubt);
    });

    it('ends with a failure of the platform’s own', async () => {
      const { ledger, now } = await open();
      const delivery = newDelivery();
      await settled(ledger, delivery, unknown(doubtUntil(now(), true)));
      await settled(ledger, delivery, { kind: 'failed', error: failure, warnings: [] });
      assert.equal((await claimed(ledger, delivery)).doubt, undefined);
    });

    it('of several unknown outcomes lasts from the first until the last', async () => {
      const { ledger, now } = await open();
      const delivery = newDelivery();
      const first = doubtUntil(now(), false);
      const last = doubtUntil(new Date(now().getTime() + 5_000), true);
      await settled(ledger, delivery, unknown(first));
      await settled(ledger, delivery, unknown(last));
      const { doubt } = await claimed(ledger, delivery);
      assert.deepEqual(doubt, { from: first.from, until: last.until, answered: true });
    });

    it('is no longer answered when the next claim is lost', async () => {
      const { ledger, now, pass } = await open();
      const delivery = newDelivery();
      const given = doubtUntil(now(), true);
      await settled(ledger, delivery, unknown(given));
      await claimed(ledger, delivery);
      await pass(leaseMs + 1_000);
      const { doubt } = await claimed(ledger, delivery);
      assert.ok(doubt);
      assert.equal(doubt.answered, false);
      assert.ok(doubt.until.getTime() - doubt.from.getTime() > leaseMs, 'from the first doubtful send on');
    });

    for (const kind of ['failed', 'pending'] as const) {
      it(`is over once the outcome is ${kind}`, async () => {
        const { ledger, now } = await open();
        const delivery = newDelivery();
        const before = doubtUntil(now(), true);
        await settled(ledger, delivery, unknown(before));
        const { token } = await claimed(ledger, delivery);
        const outcome: LiveOutcome =
          kind === 'failed'
            ? { kind, error: failure, warnings: [] }
            : { kind, error: failure, notBefore: now(), warnings: [] };
        await ledger.settle(token, settlement(delivery, outcome));
        const again = await claimed(ledger, delivery);
        assert.equal(again.doubt, undefined);
        const within = {
          from: new Date(before.from.getTime() + 100),
          until: new Date(before.until.getTime() - 100),
          answered: true,
        };
        await ledger.settle(again.token, settlement(delivery, unknown(within)));
        assert.deepEqual((await claimed(ledger, delivery)).doubt, within, 'nothing is left of the first one');
      });
    }
  });
}

const unknown = (doubt: Doubt): LiveOutcome => ({
  ...{ kind: 'unknown', error: failure, doubt, notBefore: doubt.until, warnings: [] },
});

const doubtUntil = (until: Date, answered: boolean): Doubt => ({
  from: new Date(until.getTime() - 1_500),
  until,
  answered,
});
