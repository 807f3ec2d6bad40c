import assert from 'node:assert/strict';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { created, newDelivery, newDryRun, newEvent, settled } from './samples.ts';

const payload = { zulu: 1, alpha: { text: 'x' }, list: [{ b: 1, a: 2 }] };

export function testDryRuns({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('a dry run', () => {
    it('is appended each time, its payload member by member in the same order', async () => {
      const { ledger, probe } = await open();
      const identity = newDelivery();
      const event = { ...newEvent(identity, 'ticket-dry-run'), dryRun: true, payload };
      const first = await ledger.dryRuns.record(newDryRun(identity, { payload }), event);
      const second = await ledger.dryRuns.record(newDryRun(identity, { payload: { n: 2 } }), event);
      assert.ok(second.event.id > first.event.id);
      assert.ok(second.record.id > first.record.id);
      if (!probe) return;
      const payloads = await probe.dryRunPayloads(identity.key);
      assert.equal(JSON.stringify(payloads), JSON.stringify([payload, { n: 2 }]));
      const [stored] = await probe.events(identity.key);
      assert.equal(JSON.stringify(stored?.payload), JSON.stringify(payload));
    });

    it('claims nothing: the delivery can be sent later', async () => {
      const { ledger, probe } = await open();
      const delivery = newDelivery();
      await ledger.dryRuns.record(newDryRun(delivery), newEvent(delivery, 'ticket-dry-run'));
      assert.deepEqual(await ledger.deliveries({ key: delivery.key }), []);
      assert.equal((await probe?.ticketCreated(delivery.jobId)) ?? false, false);
      assert.equal((await ledger.claim(delivery)).status, 'claimed');
    });

    it('leaves a delivery with a ticket as it is', async () => {
      const { ledger, probe } = await open();
      const delivery = newDelivery();
      await settled(ledger, delivery, created);
      const before = await ledger.deliveries({ key: delivery.key });
      await ledger.dryRuns.record(newDryRun(delivery), newEvent(delivery, 'ticket-dry-run'));
      assert.deepEqual(await ledger.deliveries({ key: delivery.key }), before);
      assert.equal((await probe?.ticketCreated(delivery.jobId)) ?? true, true);
    });
  });
}
