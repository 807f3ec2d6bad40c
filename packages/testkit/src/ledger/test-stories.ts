import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, created, failure, leaseMs, newDelivery, newEvent, settled, settlement } from './samples.ts';

const at = new Date('2025-10-27T10:30:00.123Z');
const payload = { zulu: 1, alpha: { text: 'a\u0000 \u{1F525}' }, list: [{ b: 1, a: null }] };

export function testStories({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('the story of a delivery', () => {
    it('has what was sent last, member by member in the same order', async () => {
      const { ledger, second = ledger } = await open();
      const delivery = newDelivery();
      const { token } = await claimed(ledger, delivery);
      assert.equal(await ledger.sent(delivery.key), undefined);
      const refused = settlement(delivery, { kind: 'failed', error: failure, warnings: [] });
      await ledger.settle(token, { ...refused, sent: { payload, at } });
      const sent = await second.sent(delivery.key);
      assert.equal(JSON.stringify(sent?.payload), JSON.stringify(payload));
      assert.deepEqual(sent?.at, at);
      await settled(ledger, delivery, { kind: 'failed', error: failure, warnings: [] });
      assert.deepEqual((await ledger.sent(delivery.key))?.at, at, 'nothing was sent since');
      const again = await claimed(ledger, delivery);
      const later = new Date(at.getTime() + 1);
      await ledger.settle(again.token, { ...settlement(delivery, created), sent: { payload: 'x', at: later } });
      assert.deepEqual(await ledger.sent(delivery.key), { payload: 'x', at: later });
      assert.equal(await ledger.sent('itsm-none'), undefined);
    });

    it('has the title of the job, the newest that was handed in', async () => {
      const { ledger } = await open();
      const titleOf = async () => (await ledger.deliveries({ key: delivery.key }))[0]?.title;
      const delivery = newDelivery({ title: 'Checkout is slow' });
      await ledger.queue.enqueue([delivery]);
      assert.equal(await titleOf(), 'Checkout is slow');
      await ledger.queue.enqueue([{ ...delivery, title: 'Checkout is down' }]);
      assert.equal(await titleOf(), 'Checkout is down');
      const { title: _, ...untitled } = delivery;
      await settled(ledger, untitled, { kind: 'failed', error: failure, warnings: [] });
      assert.equal(await titleOf(), 'Checkout is down');
      for (const _again of ['failed', 'pending']) await ledger.queue.enqueue([untitled]);
      assert.equal(await titleOf(), 'Checkout is down');
      await claimed(ledger, { ...delivery, title: 'Checkout is back' });
      assert.equal(await titleOf(), 'Checkout is back');
    });

    it('has its newest events, oldest first, with waits and look-ups as they were told', async () => {
      const { ledger } = await open();
      const delivery = newDelivery();
      const { environment } = delivery;
      await ledger.append(newEvent(delivery, 'ticket-retrying'));
      await ledger.append(newEvent(newDelivery(), 'ticket-retrying'));
      const told = [
        await ledger.append({ ...newEvent(delivery, 'ticket-retrying'), environment, notBefore: at, error: failure }),
        await ledger.append({ ...newEvent(delivery, 'ticket-unknown'), looked: 'inconclusive', notBefore: at }),
        await ledger.append({ ...newEvent(delivery, 'ticket-found'), looked: 'found' }),
      ];
      assert.deepEqual(await ledger.eventLog.of(delivery.key, 3), told);
      assert.equal((await ledger.eventLog.of(delivery.key, 10)).length, 4);
      assert.deepEqual(await ledger.eventLog.of('itsm-none', 3), []);
    });

    it('has the later changes of its ticket as they stand', async () => {
      const { ledger, pass } = await open();
      const delivery = newDelivery();
      const { key, jobId, integration, platform } = delivery;
      const change = { key, jobId, integration, platform, leaseMs, kind: 'note' } as const;
      const settle = async (changeId: string, status: 'applied' | 'failed') => {
        const claim = await ledger.changes.claim({ ...change, changeId });
        assert.ok(claim.status === 'claimed');
        const event = newEvent(delivery, 'ticket-updated');
        const error = status === 'failed' ? { error: failure } : {};
        await ledger.changes.settle(claim.token, { status, attempts: 2, event, ...error });
        await pass(1_000);
      };
      await settle('first', 'applied');
      await settle('second', 'failed');
      await ledger.changes.claim({ ...change, changeId: 'third', kind: 'resolve' });
      const rows = await ledger.changes.of(key, 2);
      assert.deepEqual(
        rows.map(({ createdAt: _c, updatedAt: _u, ...row }) => row),
        [
          { changeId: 'second', kind: 'note', status: 'failed', attempts: 2, error: failure },
          { changeId: 'third', kind: 'resolve', status: 'sending', attempts: 0 },
        ],
      );
      assert.ok(rows.every(({ createdAt, updatedAt }) => createdAt <= updatedAt));
      assert.equal((await ledger.changes.of(key, 10)).length, 3);
      assert.deepEqual(await ledger.changes.of(randomUUID(), 10), []);
    });
  });
}
