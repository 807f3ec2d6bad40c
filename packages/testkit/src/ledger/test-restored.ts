import assert from 'node:assert/strict';
import { assertNear } from './assert-near.ts';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, created, failure, newDelivery, newEvent, settled } from './samples.ts';

const hourMs = 3_600_000;

export function testRestored({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('a ledger that was restored', () => {
    it('gives every claim the doubt of the backup, new ones and those on record, until the time is over', async () => {
      const { ledger, now, pass } = await open();
      const failed = newDelivery();
      await settled(ledger, failed, { kind: 'failed', error: failure, warnings: [] });
      const backupAt = new Date(now().getTime() - hourMs);
      await ledger.restored(backupAt, hourMs);
      const restoredAt = now();
      try {
        for (const delivery of [newDelivery(), failed]) {
          const { doubt, restored, token } = await claimed(ledger, delivery);
          assert.ok(doubt);
          assert.deepEqual(doubt.from, backupAt);
          assertNear(doubt.until.getTime(), restoredAt.getTime());
          assert.equal(doubt.answered, false);
          assert.equal(restored, true);
          await ledger.settle(token, {
            outcome: created,
            attempts: 1,
            rounds: 0,
            event: newEvent(delivery, 'ticket-created'),
          });
          assert.equal((await ledger.claim(delivery)).status, 'settled');
        }
        await pass(hourMs + 1_000);
        const { doubt, restored } = await claimed(ledger, newDelivery());
        assert.equal(doubt, undefined);
        assert.equal(restored ?? false, false);
      } finally {
        await ledger.restored(backupAt, 0);
      }
    });

    it('adds to the doubt that a delivery has of its own', async () => {
      const { ledger, now } = await open();
      const delivery = newDelivery();
      const earlier = new Date(now().getTime() - 2 * hourMs);
      const own = { from: earlier, until: earlier, answered: true };
      await settled(ledger, delivery, {
        kind: 'unknown',
        error: failure,
        doubt: own,
        notBefore: earlier,
        warnings: [],
      });
      await ledger.restored(new Date(now().getTime() - hourMs), hourMs);
      try {
        const { doubt, restored } = await claimed(ledger, delivery);
        assert.ok(doubt);
        assert.deepEqual(doubt.from, own.from);
        assert.ok(doubt.until > own.until);
        assert.equal(doubt.answered, false);
        assert.equal(restored ?? false, false);
      } finally {
        await ledger.restored(now(), 0);
      }
    });

    it('does the same for a change', async () => {
      const { ledger, now } = await open();
      const { key, jobId, integration, platform } = newDelivery();
      const change = { key, jobId, integration, platform, changeId: 'note', kind: 'note', leaseMs: 60_000 } as const;
      const backupAt = new Date(now().getTime() - hourMs);
      await ledger.restored(backupAt, hourMs);
      try {
        const claim = await ledger.changes.claim(change);
        assert.ok(claim.status === 'claimed');
        assert.deepEqual(claim.doubt?.from, backupAt);
      } finally {
        await ledger.restored(backupAt, 0);
      }
      const after = await ledger.changes.claim({ ...change, changeId: 'another' });
      assert.ok(after.status === 'claimed');
      assert.equal(after.doubt, undefined);
    });
  });
}
