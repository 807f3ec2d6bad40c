import assert from 'node:assert/strict';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { keysOf } from './queued.ts';
import { approval, rehearsed } from './rehearsed.ts';
import { claimed, created, failure, newDelivery, newLane, recordOf, settled } from './samples.ts';

const worker = { askedBy: 'schedule', approvedOnly: true } as const;

export function testApprovals({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('an approval', () => {
    it('puts a delivery on record with its wake-up, for whoever takes only what is approved', async () => {
      const { ledger, second = ledger } = await open();
      const lane = newLane();
      const delivery = newDelivery(lane);
      const unapproved = newDelivery(lane);
      await ledger.queue.enqueue([unapproved]);
      assert.equal((await ledger.claim({ ...unapproved, ...worker })).status, 'not-due');
      const { id } = await rehearsed(ledger, delivery);
      const end = await ledger.dryRuns.decide(id, approval(delivery));
      assert.equal(end.kind, 'decided');
      assert.equal((await recordOf(ledger, delivery.key)).status, 'pending');
      const only = { ...lane, approvedOnly: true };
      const taken = await second.queue.take(only, { limit: 9, done: [] });
      assert.deepEqual(keysOf(taken), [delivery.key]);
      assert.deepEqual(taken[0]?.analysis, { n: 1 });
      await second.queue.finish(only, taken);
      assert.equal(await second.queue.sweep(only), 1, 'the sweep makes it anew, and none of what is not approved');
      assert.deepEqual(keysOf(await second.queue.take(only, { limit: 9, done: [] })), [delivery.key]);
      const claim = await claimed(second, { ...delivery, ...worker });
      assert.equal(claim.approved, id);
    });

    it('leaves no wake-up behind when it is sent, whichever lane is swept', async () => {
      const { ledger, second = ledger } = await open();
      const lane = newLane();
      for (const only of [lane, { ...lane, approvedOnly: true }]) {
        const delivery = newDelivery({ ...lane, askedBy: 'person' });
        const { id } = await rehearsed(ledger, delivery);
        await ledger.dryRuns.decide(id, approval(delivery));
        await settled(ledger, { ...delivery, approved: id }, created);
        assert.equal(await second.queue.sweep(only), 0);
        assert.deepEqual(await second.queue.take({ ...lane, approvedOnly: true }, { limit: 9, done: [] }), []);
      }
    });

    it('goes with the delivery until it has a ticket; where the config has changed another one is needed', async () => {
      const { ledger } = await open();
      const delivery = newDelivery({ ...newLane(), askedBy: 'person' });
      const approve = async () => {
        const { id } = await rehearsed(ledger, delivery);
        assert.equal((await ledger.dryRuns.decide(id, approval(delivery))).kind, 'decided');
        return id;
      };
      const first = await approve();
      await settled(ledger, delivery, { kind: 'failed', error: failure, warnings: [] });
      assert.equal((await claimed(ledger, { ...delivery, leaseMs: 0 })).approved, first, 'a replay sends the same');
      const changed = { kind: 'changed', message: 'The config has changed.' } as const;
      await settled(ledger, delivery, { kind: 'failed', error: changed, warnings: [] });
      assert.equal((await ledger.queue.depth(delivery)).failed, 0, 'it is no dead letter');
      assert.equal((await ledger.claim({ ...delivery, approvedOnly: true })).status, 'settled');
      const second = await approve();
      assert.equal((await claimed(ledger, { ...delivery, ...worker, leaseMs: 0 })).approved, second);
      const { approved } = await claimed(ledger, { ...delivery, askedBy: 'request' });
      assert.equal(approved, undefined, 'handed in anew, it is sent as it is now');
    });

    it('gives way to a later one: who comes with the analysis of the first gets no claim, and harms nothing', async () => {
      const { ledger, second = ledger } = await open();
      const lane = newLane();
      const delivery = newDelivery(lane);
      const [first, later] = [await rehearsed(ledger, delivery), await rehearsed(ledger, delivery)];
      const only = { ...lane, approvedOnly: true };
      await ledger.dryRuns.decide(first.id, approval(delivery));
      const [taken] = await second.queue.take(only, { limit: 1, done: [] });
      assert.equal(taken?.approved, first.id);
      await ledger.dryRuns.decide(later.id, approval(delivery));
      for (const askedBy of ['schedule', 'person', 'request'] as const) {
        const late = await second.claim({ ...delivery, askedBy, approved: first.id });
        assert.equal(late.status, 'not-due');
      }
      const [next] = await second.queue.take(only, { limit: 1, done: [] });
      assert.equal(next?.approved, later.id);
      assert.equal((await claimed(second, { ...delivery, ...worker, approved: later.id })).approved, later.id);
      const gone = await second.claim({ ...newDelivery(lane), approved: first.id });
      assert.deepEqual(gone, { status: 'held' }, 'it makes no row');
    });

    it('has its analysis read with it: who read it before, as one that nobody has approved, gets no claim', async () => {
      const { ledger, second = ledger } = await open();
      const delivery = newDelivery({ ...newLane(), askedBy: 'person' });
      await ledger.queue.enqueue([{ ...delivery, analysis: { n: 1 } }]);
      const before = await second.handedIn(delivery.key);
      assert.deepEqual(before, { analysis: { n: 1 }, approved: 'none' });
      const { id } = await rehearsed(ledger, delivery);
      await ledger.dryRuns.decide(id, approval(delivery));
      assert.deepEqual(await second.handedIn(delivery.key), { analysis: { n: 1 }, approved: id });
      assert.equal((await second.claim({ ...delivery, approved: before.approved })).status, 'not-due');
      assert.equal((await claimed(second, { ...delivery, approved: id })).approved, id);
      const unknown = await second.handedIn(newDelivery(newLane()).key);
      assert.deepEqual(unknown, { analysis: undefined, approved: 'none' });
      assert.ok(await claimed(second, { ...newDelivery(newLane()), approved: 'none' }), 'it makes a row as any other');
    });

    it('is not made where the delivery has its ticket, or is being sent', async () => {
      const { ledger } = await open();
      const delivery = newDelivery(newLane());
      const { id } = await rehearsed(ledger, delivery);
      const { token } = await claimed(ledger, delivery);
      const meanwhile = await ledger.dryRuns.decide(id, approval(delivery));
      assert.ok(meanwhile.kind === 'taken');
      assert.equal(meanwhile.delivery.status, 'sending');
      assert.ok(await ledger.renew(token), 'its holder goes on');
      const other = newDelivery(newLane());
      const late = await rehearsed(ledger, other);
      await settled(ledger, other, created);
      const end = await ledger.dryRuns.decide(late.id, approval(other));
      assert.ok(end.kind === 'taken');
      assert.equal(end.delivery.ticket?.key, 'INC0010001');
      assert.equal((await ledger.dryRuns.get(late.id))?.decision, undefined);
    });

    it('leaves a doubt as it is: whoever sends looks first', async () => {
      const { ledger, pass } = await open();
      const delivery = newDelivery({ ...newLane(), leaseMs: 1_000 });
      await claimed(ledger, delivery);
      await pass(2_000);
      const { id } = await rehearsed(ledger, delivery);
      const end = await ledger.dryRuns.decide(id, approval(delivery));
      assert.ok(end.kind === 'decided');
      assert.equal(end.delivery?.status, 'unknown');
      assert.equal((await claimed(ledger, { ...delivery, ...worker })).doubt?.answered, false);
    });
  });
}
