import assert from 'node:assert/strict';
import type { LiveOutcome } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, failure, newDelivery, recordOf, settled, settlement } from './samples.ts';

const failed: LiveOutcome = { kind: 'failed', error: failure, warnings: [] };
const review: LiveOutcome = { kind: 'needs-review', error: failure, warnings: [] };

export function testSchedule({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('who asks', () => {
    it('by schedule: a failed delivery is final', async () => {
      const { ledger } = await open();
      const delivery = newDelivery();
      await settled(ledger, delivery, failed);
      const claim = await ledger.claim({ ...delivery, askedBy: 'schedule' });
      assert.equal(claim.status === 'settled' && claim.record.status, 'failed');
      assert.equal((await ledger.claim({ ...delivery, askedBy: 'request' })).status, 'claimed');
    });

    it('by schedule: an unknown outcome is not due before its time; a request looks at once', async () => {
      const { ledger, now, pass } = await open();
      const delivery = newDelivery();
      const notBefore = new Date(now().getTime() + 60_000);
      const doubt = { from: new Date(now().getTime() - 1_000), until: now(), answered: false };
      await settled(ledger, delivery, { kind: 'unknown', error: failure, doubt, notBefore, warnings: [] });
      const early = await ledger.claim({ ...delivery, askedBy: 'schedule' });
      assert.ok(early.status === 'not-due');
      assert.deepEqual(early.record.notBefore, notBefore);
      await pass(61_000);
      const claim = await ledger.claim({ ...delivery, askedBy: 'schedule' });
      assert.ok(claim.status === 'claimed' && claim.doubt);
    });

    it('a person: also what waits for a review, and what is not due', async () => {
      const { ledger, now } = await open();
      const [reviewed, waiting] = [newDelivery(), newDelivery()];
      await settled(ledger, reviewed, review);
      const notBefore = new Date(now().getTime() + 60_000);
      await settled(ledger, waiting, { kind: 'pending', error: failure, notBefore, warnings: [] });
      for (const delivery of [reviewed, waiting]) {
        assert.notEqual((await ledger.claim(delivery)).status, 'claimed');
        assert.equal((await ledger.claim({ ...delivery, askedBy: 'person' })).status, 'claimed');
      }
    });

    it('rounds count on by schedule, and begin anew when a request or a person asks', async () => {
      const { ledger, now } = await open();
      const delivery = newDelivery();
      const { token } = await claimed(ledger, delivery);
      const pending: LiveOutcome = { kind: 'pending', error: failure, notBefore: now(), warnings: [] };
      await ledger.settle(token, { ...settlement(delivery, pending), rounds: 2 });
      assert.equal((await recordOf(ledger, delivery.key)).rounds, 2);
      const worker = await claimed(ledger, { ...delivery, askedBy: 'schedule' });
      assert.equal(worker.rounds, 2);
      await ledger.settle(worker.token, { ...settlement(delivery, failed), rounds: 3 });
      assert.equal((await claimed(ledger, { ...delivery, askedBy: 'person' })).rounds, 0);
    });
  });
}
