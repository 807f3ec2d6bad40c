import assert from 'node:assert/strict';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { owing } from './owing.ts';
import { newEvent, newLane, recordOf, ticket } from './samples.ts';

const twin = { ...ticket, id: 'b2', key: 'INC0010002', names: { sys_id: 'b2' } };
const batch = { limit: 10, againMs: 600_000 };

export function testTwins({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('twins', () => {
    it('are put on record with their event, once', async () => {
      const { ledger, second = ledger, probe, now, pass } = await open();
      const lane = newLane();
      const delivery = await owing(ledger, lane, { twinsDue: now() });
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
