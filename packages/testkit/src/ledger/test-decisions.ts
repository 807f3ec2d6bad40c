import assert from 'node:assert/strict';
import type { NewDecision } from '@itsm-bridge/core';
import { assertNear } from './assert-near.ts';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { rehearsed } from './rehearsed.ts';
import { created, newDelivery, newDryRun, newLane, settled } from './samples.ts';

const rejected: NewDecision = { kind: 'rejected', by: 'anna', reason: 'not ours' };

export function testDecisions({ describe, it }: TestRunner, open: OpenLedger): void {
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
        const made = one.kind === 'late' ? one.decision : one.kind === 'decided' ? one.record.decision : undefined;
        assert.ok(made);
        const { at, ...decision } = made;
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
  });
}
