import assert from 'node:assert/strict';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, created, failure, newDelivery, newEvent, settlement, ticket } from './samples.ts';

export function testEvents({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('an event', () => {
    it('that is appended changes no delivery and comes back with its id', async () => {
      const { ledger, probe } = await open();
      const delivery = newDelivery();
      const event = { ...newEvent(delivery, 'ticket-retrying'), error: failure, attempt: 2 };
      const { id, ...stored } = await ledger.append(event);
      assert.deepEqual(stored, event);
      assert.deepEqual(await ledger.deliveries({ key: delivery.key }), []);
      if (!probe) return;
      const events = await probe.events(delivery.key);
      assert.deepEqual(
        events.map(row => [row.id, row.type, row.at]),
        [[id, 'ticket-retrying', event.at]],
      );
    });

    it('of a settlement is stored with it', async () => {
      const { ledger, probe } = await open();
      const delivery = newDelivery();
      const { token } = await claimed(ledger, delivery);
      const given = settlement(delivery, created);
      const event = await ledger.settle(token, { ...given, event: { ...given.event, ticket } });
      assert.ok(event !== 'superseded');
      assert.equal(event.type, 'ticket-created');
      assert.deepEqual(event.ticket, ticket);
      if (!probe) return;
      assert.deepEqual(
        (await probe.events(delivery.key)).map(row => row.id),
        [event.id],
      );
    });

    it('has a larger id than every event before it, also from another connection', async () => {
      const { ledger, second = ledger } = await open();
      const delivery = newDelivery();
      const ids: bigint[] = [];
      for (const each of [ledger, second, ledger]) {
        ids.push((await each.append(newEvent(delivery, 'ticket-retrying'))).id);
      }
      assert.ok(ids[0] !== undefined && ids[1] !== undefined && ids[2] !== undefined);
      assert.ok(ids[0] < ids[1] && ids[1] < ids[2], `grows: ${ids}`);
    });

    it('is never seen by a reader after a later one: many at once, each read as soon as it is stored', async () => {
      const { ledger, second = ledger, probe } = await open();
      const delivery = newDelivery();
      const seen = new Set<bigint>();
      let last = 0n;
      const write = async (n: number) => {
        const { id } = await (n % 2 === 0 ? ledger : second).append(newEvent(delivery, 'ticket-retrying'));
        const stored = (await probe?.events(delivery.key)) ?? [{ id }];
        const fresh = stored.map(event => event.id).filter(known => !seen.has(known));
        if (probe) assert.ok(!fresh.some(known => known < last), `${fresh} appeared after ${last}`);
        for (const known of fresh) {
          seen.add(known);
          if (known > last) last = known;
        }
      };
      await Promise.all(Array.from({ length: 20 }, (_, n) => write(n)));
      assert.equal(seen.size, 20);
    });
  });
}
