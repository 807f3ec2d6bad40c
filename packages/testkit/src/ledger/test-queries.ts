import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { DeliveryQuery } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { created, failure, newDelivery, recordOf, settled } from './samples.ts';

export function testQueries({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('deliveries', () => {
    it('are told apart by job, key, integration and status, oldest first', async () => {
      const { ledger, pass } = await open();
      const integration = `jira-${randomUUID()}`;
      const first = newDelivery({ integration });
      const second = newDelivery({ integration });
      const third = newDelivery({ integration, jobId: first.jobId });
      await settled(ledger, first, created);
      await pass(1_000);
      await settled(ledger, second, { kind: 'failed', error: failure, warnings: [] });
      await pass(1_000);
      await ledger.claim(third);
      const keys = async (query: DeliveryQuery) => (await ledger.deliveries(query)).map(record => record.key);
      assert.deepEqual(await keys({ integration }), [first.key, second.key, third.key]);
      assert.deepEqual(await keys({ key: second.key }), [second.key]);
      assert.deepEqual(await keys({ jobId: first.jobId }), [first.key, third.key]);
      assert.deepEqual(await keys({ integration, status: 'failed' }), [second.key]);
      assert.deepEqual(await keys({ integration, status: 'sending', jobId: first.jobId }), [third.key]);
      assert.deepEqual(await keys({ integration, status: 'needs_review' }), []);
    });

    it('stay in the order in which they came, whichever changed last', async () => {
      const { ledger, pass } = await open();
      const integration = `jira-${randomUUID()}`;
      const [older, newer] = [newDelivery({ integration }), newDelivery({ integration })];
      await settled(ledger, older, { kind: 'failed', error: failure, warnings: [] });
      await pass(1_000);
      await settled(ledger, newer, created);
      await pass(1_000);
      await settled(ledger, older, created);
      const records = await ledger.deliveries({ integration });
      assert.deepEqual(
        records.map(record => record.key),
        [older.key, newer.key],
      );
    });

    it('since a time are those that changed at it or later', async () => {
      const { ledger, pass } = await open();
      const integration = `jira-${randomUUID()}`;
      const [before, after] = [newDelivery({ integration }), newDelivery({ integration })];
      await settled(ledger, before, created);
      await pass(60_000);
      await settled(ledger, after, created);
      const since = (await recordOf(ledger, after.key)).updatedAt;
      const records = await ledger.deliveries({ integration, since });
      assert.deepEqual(
        records.map(record => record.key),
        [after.key],
      );
    });

    it('that nothing is known of are an empty list', async () => {
      const { ledger } = await open();
      assert.deepEqual(await ledger.deliveries({ jobId: `job-${randomUUID()}` }), []);
    });
  });
}
