import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { analysis, queued } from './queued.ts';
import {
  claimed,
  created,
  failure,
  newDelivery,
  newDryRun,
  newEvent,
  recordOf,
  settled,
  settlement,
  ticket,
} from './samples.ts';

const dayMs = 86_400_000;
/** Beyond every time of the other tests: what they left is not taken for this one's. */
const pastMs = 91 * dayMs;

export function testRetention({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('retention', () => {
    const scope = () => ({ environment: randomUUID(), keepMs: 90 * dayMs });

    it('takes the analysis, the warnings and the words of an error out; what proves the ticket stays', async () => {
      const { ledger, pass } = await open();
      const old = scope();
      const lane = { environment: old.environment };
      const done = newDelivery({ ...lane, analysis, title: 'The case of Mr Smith', fingerprint: 'f' });
      const { token } = await claimed(ledger, done);
      const outcome = { ...created, warnings: [{ code: 'cut', message: 'Mr Smith was cut' }] };
      await ledger.settle(token, { ...settlement(done, outcome), sent: { payload: 'Mr Smith', at: new Date() } });
      const refused = newDelivery({ ...lane, analysis });
      await settled(ledger, refused, { kind: 'failed', error: failure, warnings: [] });
      const before = await recordOf(ledger, done.key);
      await pass(pastMs);
      const { updatedAt: _u, createdAt: _c, warnings: _w, title: _t, ...kept } = before;
      assert.equal((await ledger.retention.count(old)).deliveries, 2);
      assert.equal((await ledger.retention.prune(old, 10)).deliveries, 2);
      const after = await recordOf(ledger, done.key);
      assert.equal(after.title, undefined);
      assert.equal(await ledger.sent(done.key), undefined);
      assert.deepEqual({ ...after, ...kept }, after, 'key, job, status, ticket and the like are as they were');
      assert.deepEqual(after.warnings, []);
      assert.deepEqual(after.ticket, ticket);
      assert.equal((await ledger.handedIn(done.key)).analysis, undefined);
      const { error } = await recordOf(ledger, refused.key);
      assert.equal(error?.kind, failure.kind);
      assert.equal(error?.status, failure.status);
      assert.match(error?.message ?? '', /retention_days/);
      assert.equal((await ledger.claim(done)).status, 'settled', 'the same analysis makes no second ticket');
      assert.equal((await ledger.retention.prune(old, 10)).deliveries, 0, 'once');
    });

    it('leaves what is younger, what is still to be sent, and what is of another environment', async () => {
      const { ledger, pass } = await open();
      const old = scope();
      const waiting = queued({ environment: old.environment, integration: 'servicenow' });
      await ledger.queue.enqueue([waiting]);
      const other = newDelivery({ environment: randomUUID(), analysis });
      await settled(ledger, other, created);
      await pass(pastMs);
      const young = newDelivery({ environment: old.environment, analysis });
      await settled(ledger, young, created);
      assert.equal((await ledger.retention.prune(old, 10)).deliveries, 0);
      for (const { key } of [waiting, other, young]) assert.deepEqual((await ledger.handedIn(key)).analysis, analysis);
    });

    it('goes on in batches, the oldest first', async () => {
      const { ledger, pass } = await open();
      const old = scope();
      const keys: string[] = [];
      for (let n = 0; n < 3; n++) {
        const delivery = newDelivery({ environment: old.environment, analysis });
        await settled(ledger, delivery, created);
        keys.push(delivery.key);
        await pass(1_000);
      }
      await pass(pastMs);
      assert.equal((await ledger.retention.prune(old, 2)).deliveries, 2);
      assert.deepEqual(await Promise.all(keys.map(key => ledger.handedIn(key).then(({ analysis }) => analysis))), [
        undefined,
        undefined,
        analysis,
      ]);
      assert.equal((await ledger.retention.prune(old, 2)).deliveries, 1);
    });

    it('removes old events and dry runs, and later events get larger ids all the same', async () => {
      const { ledger, now, pass, probe } = await open();
      const old = scope();
      const delivery = newDelivery({ environment: old.environment });
      const at = now();
      await ledger.dryRuns.record(newDryRun(delivery), { ...newEvent(delivery, 'ticket-dry-run'), at });
      await pass(pastMs);
      const last = await ledger.append({
        ...newEvent(delivery, 'ticket-retrying'),
        at: new Date(at.getTime() - pastMs),
      });
      const elsewhere = newDelivery({ environment: randomUUID() });
      const rehearsedThere = { ...newEvent(elsewhere, 'ticket-dry-run'), environment: elsewhere.environment };
      await ledger.append({ ...rehearsedThere, at: new Date(at.getTime() - pastMs) });
      const { events, dryRuns } = await ledger.retention.prune(old, 1_000_000);
      assert.equal((await ledger.eventLog.of(elsewhere.key, 9)).length, 1, 'of another environment');
      assert.ok(events >= 1);
      assert.ok(dryRuns >= 1);
      if (probe) assert.deepEqual(await probe.dryRunPayloads(delivery.key), []);
      assert.ok(!(await ledger.eventLog.since(last.id - 1n, 1)).some(({ id }) => id === last.id));
      const next = await ledger.append({ ...newEvent(delivery, 'ticket-retrying'), at: now() });
      assert.ok(next.id > last.id);
    });

    it('keeps a dry run that is approved while its delivery may be sent, and takes the words out of audit rows', async () => {
      const { ledger, pass } = await open();
      const old = scope();
      const delivery = newDelivery({ environment: old.environment, analysis });
      const { record } = await ledger.dryRuns.record(newDryRun(delivery), newEvent(delivery, 'ticket-dry-run'));
      await ledger.dryRuns.decide(record.id, { kind: 'approved', by: 'anna', delivery });
      const other = newDelivery({ environment: old.environment });
      const unwanted = await ledger.dryRuns.record(newDryRun(other), newEvent(other, 'ticket-dry-run'));
      await ledger.dryRuns.decide(unwanted.record.id, { kind: 'rejected', by: 'anna', reason: 'Mr Smith called' });
      await pass(pastMs);
      assert.equal((await ledger.retention.count(old)).audit, 1);
      const { dryRuns, audit } = await ledger.retention.prune(old, 1_000_000);
      assert.deepEqual({ dryRuns, audit }, { dryRuns: 1, audit: 1 });
      assert.ok(await ledger.dryRuns.get(record.id));
      const [row] = (await ledger.audit.page({ environment: old.environment, limit: 1 })).entries;
      assert.deepEqual([row?.by, row?.action, row?.detail], ['anna', 'reject-dry-run', undefined]);
      const replayed = { ...delivery, askedBy: 'person', approvedOnly: true } as const;
      await settled(ledger, replayed, { kind: 'failed', error: failure, warnings: [] });
      assert.equal((await ledger.retention.prune(old, 1_000_000)).dryRuns, 0, 'a replay sends it');
      await settled(ledger, replayed, created);
      assert.equal((await ledger.retention.prune(old, 1_000_000)).dryRuns, 1);
    });

    it('lets a failed delivery be handed in again', async () => {
      const { ledger, pass } = await open();
      const old = scope();
      const delivery = newDelivery({ environment: old.environment, analysis });
      await settled(ledger, delivery, { kind: 'failed', error: failure, warnings: [] });
      await pass(pastMs);
      await ledger.retention.prune(old, 10);
      await claimed(ledger, delivery);
      assert.deepEqual((await ledger.handedIn(delivery.key)).analysis, analysis);
    });
  });
}
