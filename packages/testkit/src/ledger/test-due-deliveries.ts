import assert from 'node:assert/strict';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { owing } from './owing.ts';
import { newLane, recordOf } from './samples.ts';

const batch = { limit: 10, againMs: 600_000 };
const keysOf = (records: readonly { readonly key: string }[]) => records.map(({ key }) => key);

/** Both are settled deliveries with a time, and neither is a matter of the other. */
const kinds = [
  { what: 'the last look for twins', of: 'twins', other: 'followUps', due: 'twinsDue' },
  { what: 'what belongs to a ticket', of: 'followUps', other: 'twins', due: 'followUpsDue' },
] as const;

export function testDueDeliveries({ describe, it }: TestRunner, open: OpenLedger): void {
  for (const { what, of, other, due } of kinds)
    describe(what, () => {
      it('is due when its time has come, and not before; with the record as it stands', async () => {
        const { ledger, now, pass } = await open();
        const lane = newLane();
        const { key } = await owing(ledger, lane, { [due]: new Date(now().getTime() + 60_000) });
        assert.deepEqual(await ledger[of].take(lane, batch), []);
        await pass(61_000);
        assert.deepEqual(await ledger[of].take(lane, batch), [await recordOf(ledger, key)]);
      });

      it('is due in its own lane, and for nothing that was settled without it', async () => {
        const { ledger, now, pass } = await open();
        const lane = newLane();
        await owing(ledger, lane, {});
        await owing(ledger, { ...lane, integration: 'jira' }, { [due]: now() });
        await pass(1_000);
        assert.deepEqual(await ledger[of].take(lane, batch), []);
      });

      it('goes to one of many that ask, the longest waiting first, and as many as are asked for', async () => {
        const { ledger, second = ledger, now, pass } = await open();
        const lane = newLane();
        const keys: string[] = [];
        for (const ms of [1_000, 2_000, 3_000]) {
          keys.push((await owing(ledger, lane, { [due]: new Date(now().getTime() + ms) })).key);
        }
        await pass(5_000);
        const asked = [ledger, second].map(one => one[of].take(lane, { ...batch, limit: 1 }));
        assert.deepEqual(keysOf((await Promise.all(asked)).flat()).sort(), keys.slice(0, 2).sort());
        assert.deepEqual(keysOf(await ledger[of].take(lane, batch)), keys.slice(2));
      });

      it('comes back by itself, until nothing is left to be done', async () => {
        const { ledger, now, pass } = await open();
        const lane = newLane();
        const { key } = await owing(ledger, lane, { [due]: now() });
        await pass(1_000);
        await ledger[of].take(lane, batch);
        await pass(batch.againMs - 10_000);
        assert.deepEqual(await ledger[of].take(lane, batch), []);
        await pass(20_000);
        assert.deepEqual(keysOf(await ledger[of].take(lane, batch)), [key]);
        await ledger[of].clear(key);
        await pass(3_600_000);
        assert.deepEqual(await ledger[of].take(lane, batch), []);
        const { followUpsDue, twins } = await recordOf(ledger, key);
        assert.deepEqual([followUpsDue, twins], [undefined, []]);
      });

      it('is no matter of the other', async () => {
        const { ledger, now, pass } = await open();
        const lane = newLane();
        const { key } = await owing(ledger, lane, { [due]: now() });
        await pass(1_000);
        assert.deepEqual(await ledger[other].take(lane, batch), []);
        await ledger[other].clear(key);
        assert.deepEqual(keysOf(await ledger[of].take(lane, batch)), [key]);
      });
    });

  describe('what belongs to a ticket', () => {
    it('is seen on the record as long as it is due', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const { key } = await owing(ledger, lane, { followUpsDue: now() });
      await pass(1_000);
      await ledger.followUps.take(lane, batch);
      const { followUpsDue } = await recordOf(ledger, key);
      assert.ok(followUpsDue && followUpsDue > now());
    });
  });
}
