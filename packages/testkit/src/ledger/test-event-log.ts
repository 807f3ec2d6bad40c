import assert from 'node:assert/strict';
import type { ItsmEvent, Ledger } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { failure, newDelivery, newEvent, ticket } from './samples.ts';

export function testEventLog({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('the event log', () => {
    it('gives every event back as it was told', async () => {
      const { ledger, second = ledger } = await open();
      const last = await ledger.eventLog.lastId();
      const delivery = newDelivery();
      const told = [
        await ledger.append({ ...newEvent(delivery, 'ticket-retrying'), error: failure }),
        await ledger.append({ ...newEvent(delivery, 'ticket-created'), ticket }),
        await ledger.append({ ...newEvent(delivery, 'ticket-dry-run'), payload: { b: 1, a: null }, dryRun: true }),
      ];
      assert.deepEqual(await second.eventLog.since(last, 100), told);
      assert.equal(await second.eventLog.lastId(), told[2]?.id);
    });

    it('goes on from any id, in pages, and misses nothing while many write', async () => {
      const { ledger, second = ledger } = await open();
      const delivery = newDelivery();
      const start = await ledger.eventLog.lastId();
      const writes = Promise.all(
        Array.from({ length: 60 }, (_, n) =>
          (n % 2 === 0 ? ledger : second).append({ ...newEvent(delivery, 'ticket-retrying'), attempt: n }),
        ),
      );
      const read = await readUntil(second, start, 60);
      const ids = (await writes).map(({ id }) => id).sort((a, b) => (a < b ? -1 : 1));
      assert.deepEqual(
        read.map(({ id }) => id),
        ids,
      );
    });

    it('wakes whoever waits for news', async () => {
      const { ledger, second = ledger } = await open();
      const never = new AbortController().signal;
      const last = await ledger.eventLog.lastId();
      const waited = (async () => {
        // One that was told before the ear was open is found by looking, as a reader does.
        while ((await second.eventLog.since(last, 1)).length === 0) await second.eventLog.wait(500, never);
      })();
      await ledger.append(newEvent(newDelivery(), 'ticket-created'));
      await waited;
    });

    it('ends a wait with its signal', async () => {
      const { ledger } = await open();
      await ledger.eventLog.wait(3_600_000, AbortSignal.abort());
    });
  });
}

async function readUntil(ledger: Ledger, start: bigint, count: number): Promise<readonly ItsmEvent[]> {
  const read: ItsmEvent[] = [];
  while (read.length < count) read.push(...(await ledger.eventLog.since(read.at(-1)?.id ?? start, 7)));
  return read;
}
