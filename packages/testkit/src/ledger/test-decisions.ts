import assert from 'node:assert/strict';
import type { Ledger, NewDecision, NewDelivery, NewDryRun } from '@itsm-bridge/core';
import { assertNear } from './assert-near.ts';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { keysOf } from './queued.ts';
import { claimed, created, failure, newDelivery, newDryRun, newEvent, newLane, recordOf, settled } from './samples.ts';

const rejected: NewDecision = { kind: 'rejected', by: 'anna', reason: 'not ours' };

export function testDecisions({ describe, it }: TestRunner, open: OpenLedger): void {
  const rehearsed = async (ledger: Ledger, delivery: NewDelivery, over: Partial<NewDryRun> = {}) =>
    (await ledger.dryRuns.record(newDryRun(delivery, over), newEvent(delivery, 'ticket-dry-run'))).record;
  const approval = (delivery: NewDelivery): NewDecision => {
    const { leaseMs: _leaseMs, askedBy: _askedBy, ...queued } = delivery;
    return { kind: 'approved', by: 'bob', delivery: { ...queued, analysis: { n: 1 } } };
  };
  const worker = { askedBy: 'schedule', approvedOnly: true } as const;

  describe('dry runs that wait', () => {
    it('are the newest of each key, newest first, page by page', async () => {
      const { ledger, second = ledger, now } = await open();
      const lane = newLane();
      const [a, b, c] = [newDelivery(lane), newDelivery(lane), newDelivery({ ...lane, integration: 'jira' })];
      await rehearsed(ledger, a);
      const whole = {
        unresolved: ['assignment_group'],
        traceParent: '00-1-2-01',
        payload: { z: 1, a: [{ c: 1, b: 2 }] },
      };
      const newest = [await rehearsed(ledger, a, whole), await rehearsed(ledger, b), await rehearsed(ledger, c)];
      await rehearsed(ledger, newDelivery(newLane()));
      const { environment } = lane;
      const first = await second.dryRuns.waiting({ environment, limit: 2 });
      const rest = await second.dryRuns.waiting({ environment, limit: 1, after: first.next ?? '' });
      const all = [...first.records, ...rest.records];
      assert.deepEqual(
        all.map(({ id }) => id),
        newest.map(({ id }) => id).toReversed(),
      );
      assert.equal(rest.next, undefined);
      const { analysis: _, ...shown } = newDryRun(a, whole);
      const oldest = all.at(-1);
      assert.ok(oldest);
      const { id, at, ...last } = oldest;
      assert.equal(JSON.stringify(last.payload), JSON.stringify(whole.payload));
      assert.deepEqual(last, shown);
      assertNear(at.getTime(), now().getTime());
      assert.equal(await second.dryRuns.countWaiting(environment, 9), 3);
      assert.equal(await second.dryRuns.countWaiting(environment, 2), 2);
      const ofJira = await second.dryRuns.waiting({ environment, integration: 'jira', limit: 9 });
      assert.deepEqual(
        ofJira.records.map(({ key }) => key),
        [c.key],
      );
      const ofA = await second.dryRuns.waiting({ environment, key: a.key, limit: 9 });
      assert.deepEqual(
        ofA.records.map(one => one.id),
        [id],
      );
      const whatItWas = await second.dryRuns.get(id);
      assert.deepEqual(whatItWas?.analysis, newDryRun(a).analysis);
      assert.equal((await second.dryRuns.of(a.key, 9)).length, 2);
      assert.deepEqual((await second.dryRuns.of(a.key, 1))[0]?.id, id);
    });

    it('are gone once they are decided or have a ticket, and a later one waits again', async () => {
      const { ledger } = await open();
      const lane = newLane();
      const [done, said] = [newDelivery(lane), newDelivery(lane)];
      await rehearsed(ledger, done);
      await settled(ledger, done, created);
      await rehearsed(ledger, said);
      const last = await rehearsed(ledger, said);
      const waiting = async () => (await ledger.dryRuns.waiting({ ...lane, limit: 9 })).records.map(({ id }) => id);
      assert.deepEqual(await waiting(), [last.id]);
      assert.equal(await ledger.dryRuns.countWaiting(lane.environment, 9), 1);
      await ledger.dryRuns.decide(last.id, rejected);
      assert.deepEqual(await waiting(), [], 'the older one is superseded');
      const again = await rehearsed(ledger, said);
      assert.deepEqual(await waiting(), [again.id]);
    });
  });

  describe('a decision', () => {
    it('is made once, whoever asks how often, and is on record with its audit row', async () => {
      const { ledger, second = ledger, now } = await open();
      const lane = newLane();
      const { id, key } = await rehearsed(ledger, newDelivery(lane));
      const all = await Promise.all([ledger, second, ledger, second].map(each => each.dryRuns.decide(id, rejected)));
      assert.deepEqual(all.map(({ kind }) => kind).sort(), ['decided', 'late', 'late', 'late']);
      for (const one of all) {
        assert.ok('record' in one && one.record.decision);
        const { at, ...decision } = one.record.decision;
        assert.deepEqual(decision, rejected);
        assertNear(at.getTime(), now().getTime());
      }
      const { entries } = await second.audit.page({ environment: lane.environment, limit: 9 });
      assert.equal(entries.length, 1);
      assert.deepEqual(
        [entries[0]?.action, entries[0]?.by, entries[0]?.key, entries[0]?.detail],
        ['reject-dry-run', 'anna', key, 'not ours'],
      );
      assert.deepEqual(await ledger.deliveries({ key }), [], 'a rejection puts no delivery on record');
      for (const none of [9_007_199_254_740_993n, 10n ** 30n]) {
        assert.equal(await ledger.dryRuns.get(none), undefined);
        assert.deepEqual(await ledger.dryRuns.decide(none, rejected), { kind: 'absent' });
      }
    });

    it('that approves puts a delivery on record with its wake-up, for whoever takes only what is approved', async () => {
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
      const taken = await second.queue.take(only, 9);
      assert.deepEqual(keysOf(taken), [delivery.key]);
      assert.deepEqual(taken[0]?.analysis, { n: 1 });
      await second.queue.finish(only, taken);
      assert.equal(await second.queue.sweep(only), 1, 'the sweep makes it anew, and none of what is not approved');
      assert.deepEqual(keysOf(await second.queue.take(only, 9)), [delivery.key]);
      const claim = await claimed(second, { ...delivery, ...worker });
      assert.equal(claim.approved, id);
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
      const [taken] = await second.queue.take(only, 1);
      assert.equal(taken?.approved, first.id);
      await ledger.dryRuns.decide(later.id, approval(delivery));
      for (const askedBy of ['schedule', 'person', 'request'] as const) {
        const late = await second.claim({ ...delivery, askedBy, approved: first.id });
        assert.equal(late.status, 'not-due');
      }
      const [next] = await second.queue.take(only, 1);
      assert.equal(next?.approved, later.id);
      assert.equal((await claimed(second, { ...delivery, ...worker, approved: later.id })).approved, later.id);
      const gone = await second.claim({ ...newDelivery(lane), approved: first.id });
      assert.deepEqual(gone, { status: 'held' }, 'it makes no row');
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
