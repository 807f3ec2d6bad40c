import assert from 'node:assert/strict';
import type { LaneId, Ledger, NewDelivery } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, created, newDelivery, newLane, recordOf, settlement } from './samples.ts';

const batch = { limit: 10, againMs: 600_000 };
const keysOf = (records: readonly { readonly key: string }[]) => records.map(({ key }) => key);

export function testFollowUps({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('what belongs to a ticket', () => {
    it('is due when its time has come, and not before; with the record as it stands', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const { key } = await owing(ledger, lane, new Date(now().getTime() + 60_000));
      assert.deepEqual(await ledger.followUps.take(lane, batch), []);
      await pass(61_000);
      const taken = await ledger.followUps.take(lane, batch);
      assert.deepEqual(taken, [await recordOf(ledger, key)]);
      assert.ok(taken[0]?.followUpsDue && taken[0].followUpsDue > now());
    });

    it('is due in its own lane, and for nothing that was settled without it', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const delivery = newDelivery(lane);
      const { token } = await claimed(ledger, delivery);
      await ledger.settle(token, settlement(delivery, created));
      await owing(ledger, { ...lane, integration: 'jira' }, now());
      await pass(1_000);
      assert.deepEqual(await ledger.followUps.take(lane, batch), []);
    });

    it('goes to one of many that ask, the longest waiting first, and as many as are asked for', async () => {
      const { ledger, second = ledger, now, pass } = await open();
      const lane = newLane();
      const keys: string[] = [];
      for (const ms of [1_000, 2_000, 3_000]) {
        keys.push((await owing(ledger, lane, new Date(now().getTime() + ms))).key);
      }
      await pass(5_000);
      const asked = [ledger, second].map(({ followUps }) => followUps.take(lane, { ...batch, limit: 1 }));
      assert.deepEqual(keysOf((await Promise.all(asked)).flat()).sort(), keys.slice(0, 2).sort());
      assert.deepEqual(keysOf(await ledger.followUps.take(lane, batch)), keys.slice(2));
    });

    it('comes back by itself, until nothing is left to be done', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const { key } = await owing(ledger, lane, now());
      await pass(1_000);
      await ledger.followUps.take(lane, batch);
      await pass(batch.againMs - 10_000);
      assert.deepEqual(await ledger.followUps.take(lane, batch), []);
      await pass(20_000);
      assert.deepEqual(keysOf(await ledger.followUps.take(lane, batch)), [key]);
      await ledger.followUps.clear(key);
      assert.equal((await recordOf(ledger, key)).followUpsDue, undefined);
      await pass(3_600_000);
      assert.deepEqual(await ledger.followUps.take(lane, batch), []);
    });

    it('is no matter of the look for twins', async () => {
      const { ledger, now, pass } = await open();
      const lane = newLane();
      const { key } = await owing(ledger, lane, now());
      await pass(1_000);
      assert.deepEqual(await ledger.twins.take(lane, batch), []);
      assert.deepEqual(keysOf(await ledger.followUps.take(lane, batch)), [key]);
    });
  });
}

/** A delivery whose ticket may lack something. */
async function owing(ledger: Ledger, lane: LaneId, followUpsDue: Date): Promise<NewDelivery> {
  const delivery = newDelivery(lane);
  const { token } = await claimed(ledger, delivery);
  assert.notEqual(await ledger.settle(token, { ...settlement(delivery, created), followUpsDue }), 'superseded');
  return delivery;
}
