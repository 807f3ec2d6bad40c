import assert from 'node:assert/strict';
import type { LaneId, Ledger, NewDelivery } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, created, newDelivery, newEvent, newLane, recordOf, settlement, ticket } from './samples.ts';

const twin = { ...ticket, id: 'b2', key: 'INC0010002', names: { sys_id: 'b2' } };
const batch = { limit: 10, againMs: 600_000 };

export function testTwins({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('the last look for twins', () => {
    it('is due when its time has come, and not before', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const delivery = await watched(ledger, lane, new Date(now().getTime() + 60_000));
      assert.deepEqual(await ledger.twins.take(lane, batch), []);
      await pass(61_000);
      const taken = await ledger.twins.take(lane, batch);
      assert.deepEqual(taken, [await recordOf(ledger, delivery.key)]);
      assert.deepEqual(taken[0]?.ticket, ticket);
    });

    it('is due for nothing that was settled without a doubt', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const delivery = newDelivery(lane);
      const { token } = await claimed(ledger, delivery);
      await ledger.settle(token, settlement(delivery, created));
      await watched(ledger, { ...lane, integration: 'jira' }, now());
      await pass(1_000);
      assert.deepEqual(await ledger.twins.take(lane, batch), []);
    });

    it('goes to one of many that ask, the longest waiting first, and as many as are asked for', async () => {
      const { ledger, second = ledger, now, pass } = await open();
      const lane = newLane();
      const keys: string[] = [];
      for (const ms of [1_000, 2_000, 3_000]) {
        keys.push((await watched(ledger, lane, new Date(now().getTime() + ms))).key);
      }
      await pass(5_000);
      const asked = [ledger.twins, second.twins].map(twins => twins.take(lane, { ...batch, limit: 1 }));
      const first = (await Promise.all(asked)).flat().map(({ key }) => key);
      assert.deepEqual([...first].sort(), keys.slice(0, 2).sort());
      const rest = (await ledger.twins.take(lane, batch)).map(({ key }) => key);
      assert.deepEqual(rest, keys.slice(2));
    });

    it('comes back by itself when nothing was made of it', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const { key } = await watched(ledger, lane, now());
      await pass(1_000);
      await ledger.twins.take(lane, batch);
      await pass(batch.againMs - 10_000);
      assert.deepEqual(await ledger.twins.take(lane, batch), []);
      await pass(20_000);
      const again = await ledger.twins.take(lane, batch);
      assert.deepEqual(
        again.map(record => record.key),
        [key],
      );
    });

    it('that saw nothing is the last', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const { key } = await watched(ledger, lane, now());
      await ledger.twins.clear(key);
      await pass(3_600_000);
      assert.deepEqual(await ledger.twins.take(lane, batch), []);
      assert.deepEqual((await recordOf(ledger, key)).twins, []);
    });

    it('puts the others on record with their event, once', async () => {
      const { ledger, second = ledger, probe, now, pass } = await open();
      const lane = newLane();
      const delivery = await watched(ledger, lane, now());
      const event = newEvent(delivery, 'ticket-twins');
      const written = await ledger.twins.record(delivery.key, [twin], event);
      assert.ok(written !== 'superseded' && written.id > 0n && written.type === 'ticket-twins');
      assert.equal(await second.twins.record(delivery.key, [], event), 'superseded');
      const record = await recordOf(ledger, delivery.key);
      assert.deepEqual([record.status, record.ticket, record.twins], ['created', ticket, [twin]]);
      const types = (await probe?.events(delivery.key))?.map(({ type }) => type) ?? ['ticket-created', 'ticket-twins'];
      assert.deepEqual(types, ['ticket-created', 'ticket-twins']);
      await pass(3_600_000);
      assert.deepEqual(await ledger.twins.take(lane, batch), []);
    });
  });
}

/** A delivery that was created after a doubt. */
async function watched(ledger: Ledger, lane: LaneId, twinsDue: Date): Promise<NewDelivery> {
  const delivery = newDelivery(lane);
  const { token } = await claimed(ledger, delivery);
  assert.notEqual(await ledger.settle(token, { ...settlement(delivery, created), twinsDue }), 'superseded');
  return delivery;
}
