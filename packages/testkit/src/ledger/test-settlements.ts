import assert from 'node:assert/strict';
import type { LiveOutcome } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, created, failure, newDelivery, recordOf, settled, settlement, ticket } from './samples.ts';

const warnings = [{ code: 'field-dropped', message: 'u_tier is not on the form', field: 'u_tier' }];
const twin = { ...ticket, id: 'b1', key: 'INC0010002', names: { sys_id: 'b1' } };
const failed: LiveOutcome = { kind: 'failed', error: failure, warnings };

export function testSettlements({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('a settlement', () => {
    it('as created is final: the ticket is on record, and nothing is claimed again', async () => {
      const { ledger, pass } = await open();
      const delivery = newDelivery();
      await settled(ledger, delivery, { kind: 'created', ticket, warnings });
      await pass(7 * 24 * 3_600_000);
      const claim = await ledger.claim(delivery);
      assert.equal(claim.status, 'settled');
      const record = await recordOf(ledger, delivery.key);
      assert.deepEqual(claim.status === 'settled' && claim.record, record);
      assert.equal(record.status, 'created');
      assert.deepEqual(record.ticket, ticket);
      assert.deepEqual(record.warnings, warnings);
      assert.deepEqual(record.twins, []);
      assert.equal(record.attempts, 1);
      assert.equal(record.error, undefined);
      assert.ok(record.updatedAt >= record.createdAt);
    });

    it('as found is final too, and keeps the twins', async () => {
      const { ledger } = await open();
      const delivery = newDelivery();
      await settled(ledger, delivery, { kind: 'found', ticket, twins: [twin], warnings: [] });
      assert.equal((await ledger.claim(delivery)).status, 'settled');
      const record = await recordOf(ledger, delivery.key);
      assert.equal(record.status, 'found');
      assert.deepEqual(record.ticket, ticket);
      assert.deepEqual(record.twins, [twin]);
    });

    it('as discarded is the end, unless a person takes it up', async () => {
      const { ledger } = await open();
      const delivery = newDelivery();
      const error = { kind: 'discarded', message: 'Rejected by a person.' } as const;
      await settled(ledger, delivery, { kind: 'failed', error, warnings: [] });
      for (const askedBy of ['request', 'schedule'] as const) {
        const claim = await ledger.claim({ ...delivery, askedBy });
        assert.equal(claim.status === 'settled' && claim.record.status, 'failed');
      }
      const { leaseMs: _leaseMs, askedBy: _askedBy, ...again } = delivery;
      const [record] = await ledger.queue.enqueue([{ ...again, analysis: {} }]);
      assert.deepEqual([record?.status, record?.error], ['failed', error]);
      await claimed(ledger, { ...delivery, askedBy: 'person' });
    });

    it('as needs-review waits for a person', async () => {
      const { ledger } = await open();
      const delivery = newDelivery();
      await settled(ledger, delivery, { kind: 'needs-review', error: failure, warnings: [] });
      const claim = await ledger.claim(delivery);
      assert.equal(claim.status === 'settled' && claim.record.status, 'needs_review');
      assert.deepEqual((await recordOf(ledger, delivery.key)).error, failure);
    });

    it('as failed can be claimed again at once, attempts kept and without doubt', async () => {
      const { ledger } = await open();
      const delivery = newDelivery();
      const { token } = await claimed(ledger, delivery);
      await ledger.settle(token, settlement(delivery, failed, 3));
      const record = await recordOf(ledger, delivery.key);
      assert.equal(record.status, 'failed');
      assert.deepEqual(record.error, failure);
      assert.deepEqual(record.warnings, warnings);
      const again = await claimed(ledger, delivery);
      assert.equal(again.attempts, 3);
      assert.equal(again.doubt, undefined);
      assert.ok(again.token.token > token.token);
    });

    it('as pending is not due before its time', async () => {
      const { ledger, now, pass } = await open();
      const delivery = newDelivery();
      const notBefore = new Date(now().getTime() + 60_000);
      await settled(ledger, delivery, { kind: 'pending', error: failure, notBefore, warnings: [] });
      const early = await ledger.claim(delivery);
      assert.ok(early.status === 'not-due');
      assert.equal(early.record.status, 'pending');
      assert.deepEqual(early.record.notBefore, notBefore);
      assert.deepEqual(early.record.error, failure);
      await pass(61_000);
      assert.equal((await claimed(ledger, delivery)).attempts, 1);
      assert.equal((await recordOf(ledger, delivery.key)).notBefore, undefined);
    });

    it('counts once: the same token again is superseded, and nothing changes', async () => {
      const { ledger, probe } = await open();
      const delivery = newDelivery();
      const token = await settled(ledger, delivery, created);
      const before = await recordOf(ledger, delivery.key);
      assert.equal(await ledger.settle(token, settlement(delivery, failed, 9)), 'superseded');
      assert.deepEqual(await recordOf(ledger, delivery.key), before);
      assert.equal((await probe?.events(delivery.key))?.length ?? 1, 1);
    });

    it('replaces what an earlier one left: a ticket after a failure has no error', async () => {
      const { ledger } = await open();
      const delivery = newDelivery();
      await settled(ledger, delivery, failed);
      await settled(ledger, delivery, created);
      const record = await recordOf(ledger, delivery.key);
      assert.equal(record.error, undefined);
      assert.deepEqual(record.warnings, []);
    });

    it('with a ticket notes it at the job, for good', async () => {
      const { ledger, probe } = await open();
      if (!probe) return;
      const delivery = newDelivery();
      const other = newDelivery({ jobId: delivery.jobId, integration: 'jira' });
      await settled(ledger, other, failed);
      assert.equal(await probe.ticketCreated(delivery.jobId), false);
      await settled(ledger, delivery, created);
      assert.equal(await probe.ticketCreated(delivery.jobId), true);
      await settled(ledger, other, failed);
      assert.equal(await probe.ticketCreated(delivery.jobId), true);
    });
  });
}
