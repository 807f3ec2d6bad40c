import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ChangeClaim, ChangeSettlement, Doubt, Ledger, NewChangeRow } from '@itsm-bridge/core';
import { assertNear } from './assert-near.ts';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { failure, leaseMs, newDelivery, newEvent } from './samples.ts';

export function testChanges({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('a change', () => {
    it('is applied once: the same id again adds nothing', async () => {
      const { ledger, second = ledger, now } = await open();
      const change = newChange();
      assert.equal(await ledger.changes.status(change), undefined);
      const { token, attempts, doubt, now: told } = await claimedChange(ledger, change);
      assertNear(told.getTime(), now().getTime());
      assert.deepEqual({ attempts, doubt }, { attempts: 0, doubt: undefined });
      assert.equal(await second.changes.status(change), 'sending');
      const event = await ledger.changes.settle(token, settlement(change, 'applied'));
      assert.ok(event !== 'superseded' && event.id > 0n);
      assert.deepEqual(await second.changes.claim(change), { status: 'applied' });
      assert.equal(await second.changes.status(change), 'applied');
    });

    it('with another id, or of another ticket, is another one', async () => {
      const { ledger } = await open();
      const change = newChange();
      const { token } = await claimedChange(ledger, change);
      await ledger.changes.settle(token, settlement(change, 'applied'));
      await claimedChange(ledger, { ...change, changeId: randomUUID() });
      await claimedChange(ledger, { ...change, key: newDelivery().key });
    });

    it('is in one hand at a time', async () => {
      const { ledger, second = ledger } = await open();
      const change = newChange();
      const asked = Array.from({ length: 10 }, (_, n) => (n % 2 === 0 ? ledger : second).changes.claim(change));
      const statuses = (await Promise.all(asked)).map(({ status }) => status);
      assert.equal(statuses.filter(status => status === 'claimed').length, 1);
      assert.equal(statuses.filter(status => status === 'held').length, 9);
    });

    it('that failed may be tried again, without doubt and with its attempts', async () => {
      const { ledger } = await open();
      const change = newChange();
      const { token } = await claimedChange(ledger, change);
      await ledger.changes.settle(token, { ...settlement(change, 'failed'), attempts: 4 });
      const again = await claimedChange(ledger, change);
      assert.deepEqual([again.attempts, again.doubt], [4, undefined]);
    });

    it('of unknown outcome may be there: the next one is told since when and until when', async () => {
      const { ledger, now } = await open();
      const change = newChange();
      const doubt = doubtUntil(now(), true);
      await settledInDoubt(ledger, change, doubt);
      const again = await claimedChange(ledger, change);
      assert.deepEqual(again.doubt, doubt);
      await ledger.changes.settle(again.token, settlement(change, 'failed'));
      assert.equal((await claimedChange(ledger, change)).doubt, undefined);
    });

    it('in doubt again keeps the older doubt with the newer one', async () => {
      const { ledger, now, pass } = await open();
      const change = newChange();
      const first = doubtUntil(now(), true);
      await settledInDoubt(ledger, change, first);
      await pass(600_000);
      const last = doubtUntil(now(), false);
      await settledInDoubt(ledger, change, last);
      const { doubt } = await claimedChange(ledger, change);
      assert.deepEqual(doubt?.until, last.until);
      assert.equal(doubt?.answered, false);
      assert.ok(last.until.getTime() - (doubt?.from.getTime() ?? 0) >= 600_000);
    });

    it('whose holder is gone may be there too; the holder cannot write any more', async () => {
      const { ledger, pass } = await open();
      const change = newChange();
      const old = await claimedChange(ledger, change);
      await pass(leaseMs + 1_000);
      const again = await claimedChange(ledger, change);
      assert.equal(again.doubt?.answered, false);
      const heldMs = (again.doubt?.until.getTime() ?? 0) - (again.doubt?.from.getTime() ?? 0);
      assert.ok(Math.abs(heldMs - leaseMs) < 1_000, `${heldMs}`);
      assert.equal(await ledger.changes.renew(old.token, leaseMs), false);
      assert.equal(await ledger.changes.settle(old.token, settlement(change, 'applied')), 'superseded');
      assert.notEqual(await ledger.changes.settle(again.token, settlement(change, 'applied')), 'superseded');
      assert.equal(await ledger.changes.renew(again.token, leaseMs), false);
    });

    it('is claimed with the time of the clock that its doubt is told in', async () => {
      const { ledger, pass } = await open();
      const change = newChange();
      await claimedChange(ledger, change);
      await pass(leaseMs + 60_000);
      const { doubt, now } = await claimedChange(ledger, change);
      assertNear(now.getTime() - (doubt?.until.getTime() ?? 0), 60_000);
    });

    it('stays in the hand of a holder who renews', async () => {
      const { ledger, second = ledger, pass } = await open();
      const change = newChange();
      const { token } = await claimedChange(ledger, change);
      await pass(leaseMs - 10_000);
      assert.equal(await ledger.changes.renew(token, leaseMs), true);
      await pass(leaseMs - 10_000);
      assert.deepEqual(await second.changes.claim(change), { status: 'held' });
    });
  });
}

const newChange = (): NewChangeRow => {
  const { key, jobId, integration, platform } = newDelivery();
  return { ...{ key, jobId, integration, platform, leaseMs }, changeId: randomUUID(), kind: 'note' };
};

const settlement = (change: NewChangeRow, status: ChangeSettlement['status']): ChangeSettlement => ({
  status,
  attempts: 1,
  event: newEvent(change, status === 'applied' ? 'ticket-updated' : 'ticket-update-failed'),
  ...(status === 'applied' ? {} : { error: failure }),
});

const doubtUntil = (until: Date, answered: boolean): Doubt => ({
  from: new Date(until.getTime() - 5_000),
  until,
  answered,
});

async function settledInDoubt(ledger: Ledger, change: NewChangeRow, doubt: Doubt): Promise<void> {
  const { token } = await claimedChange(ledger, change);
  await ledger.changes.settle(token, { ...settlement(change, 'unknown'), doubt });
}

async function claimedChange(ledger: Ledger, change: NewChangeRow) {
  const claim: ChangeClaim = await ledger.changes.claim(change);
  if (claim.status !== 'claimed') throw new assert.AssertionError({ message: `the change is ${claim.status}` });
  return claim;
}
