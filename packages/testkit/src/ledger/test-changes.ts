import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { ChangeSettlement, ChangeToken, Ledger, NewChangeRow } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { failure, leaseMs, newDelivery, newEvent } from './samples.ts';

export function testChanges({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('a change', () => {
    it('is applied once: the same id again adds nothing', async () => {
      const { ledger, second = ledger } = await open();
      const change = newChange();
      const { token, attempts, doubtful } = await claimedChange(ledger, change);
      assert.deepEqual({ attempts, doubtful }, { attempts: 0, doubtful: false });
      const event = await ledger.changes.settle(token, settlement(change, 'applied'));
      assert.ok(event !== 'superseded' && event.id > 0n);
      assert.deepEqual(await second.changes.claim(change), { status: 'applied' });
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
      assert.deepEqual([again.attempts, again.doubtful], [4, false]);
    });

    it('of unknown outcome may be there: the next one looks first', async () => {
      const { ledger } = await open();
      const change = newChange();
      const { token } = await claimedChange(ledger, change);
      await ledger.changes.settle(token, settlement(change, 'unknown'));
      assert.equal((await claimedChange(ledger, change)).doubtful, true);
    });

    it('whose holder is gone may be there too; the holder cannot write any more', async () => {
      const { ledger, pass } = await open();
      const change = newChange();
      const old = await claimedChange(ledger, change);
      await pass(leaseMs + 1_000);
      const again = await claimedChange(ledger, change);
      assert.equal(again.doubtful, true);
      assert.equal(await ledger.changes.settle(old.token, settlement(change, 'applied')), 'superseded');
      assert.notEqual(await ledger.changes.settle(again.token, settlement(change, 'applied')), 'superseded');
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

interface ClaimedChange {
  readonly token: ChangeToken;
  readonly attempts: number;
  readonly doubtful: boolean;
}

async function claimedChange(ledger: Ledger, change: NewChangeRow): Promise<ClaimedChange> {
  const claim = await ledger.changes.claim(change);
  if (claim.status !== 'claimed') throw new assert.AssertionError({ message: `the change is ${claim.status}` });
  return claim;
}
