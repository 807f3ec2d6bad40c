import assert from 'node:assert/strict';
import { assertNear } from './assert-near.ts';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { newLane } from './samples.ts';

export function testAudit({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('audit rows', () => {
    it('say who did what and when, by the clock of the ledger', async () => {
      const { ledger, now } = await open();
      const { environment, integration } = newLane();
      const whole = { by: 'anna', action: 'reject', key: 'itsm-1', integration, detail: 'a "duplicate"' };
      const entry = await ledger.audit.append({ environment, ...whole });
      const { id, at, ...rest } = entry;
      assert.deepEqual(rest, whole);
      assertNear(at.getTime(), now().getTime());
      await ledger.audit.append({ environment, by: 'bob', action: 'sign-in-refused' });
      const { entries } = await ledger.audit.page({ environment, limit: 10 });
      assert.deepEqual(entries[1], entry);
      const { id: _id, at: _at, ...least } = entries[0] ?? {};
      assert.deepEqual(least, { by: 'bob', action: 'sign-in-refused' });
    });

    it('are paged, the newest first, and those of another environment are not among them', async () => {
      const { ledger, second = ledger } = await open();
      const { environment } = newLane();
      const keys = ['a', 'b', 'a', 'b', 'a'];
      for (const key of keys) await ledger.audit.append({ environment, by: 'anna', action: 'replay', key });
      await ledger.audit.append({ ...newLane(), by: 'anna', action: 'pause' });
      const first = await second.audit.page({ environment, limit: 2 });
      const next = await second.audit.page({ environment, limit: 3, ...after(first.next) });
      const ids = [...first.entries, ...next.entries].map(({ id }) => id);
      assert.equal(ids.length, keys.length);
      assert.deepEqual(
        ids,
        ids.toSorted((a, b) => (a < b ? 1 : -1)),
      );
      assert.equal(next.next, undefined, 'the last page is full, and known to be the last');
      const ofA = await second.audit.page({ environment, key: 'a', limit: 10 });
      assert.deepEqual(
        ofA.entries.map(({ key }) => key),
        ['a', 'a', 'a'],
      );
    });
  });
}

const after = (next: string | undefined) => (next === undefined ? {} : { after: next });
