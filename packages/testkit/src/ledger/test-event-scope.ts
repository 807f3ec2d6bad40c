import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { EventType } from '@itsm-bridge/core';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, newDelivery, newEvent } from './samples.ts';

export function testEventScope({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('the events of an environment', () => {
    it('are read past those of others, and told apart by job and integration', async () => {
      const { ledger, second = ledger } = await open();
      const environment = randomUUID();
      const start = await ledger.eventLog.lastId();
      const tell = (over: Parameters<typeof newDelivery>[0]) => {
        const delivery = newDelivery({ environment, ...over });
        return ledger.append({ ...newEvent(delivery, 'ticket-retrying'), environment: delivery.environment });
      };
      const first = await tell({});
      for (let n = 0; n < 3; n++) await tell({ environment: 'another' });
      const last = await tell({ integration: 'jira' });
      const read = async (scope: { jobId?: string; integration?: string }, limit = 10) => {
        const page = await second.eventLog.page(start, limit, { environment, ...scope });
        return { ids: page.events.map(({ id }) => id), last: page.last };
      };
      assert.deepEqual(await read({}), { ids: [first.id, last.id], last: last.id });
      assert.deepEqual(await read({}, 1), { ids: [first.id], last: first.id }, 'the next page begins after it');
      assert.deepEqual(await read({ jobId: first.jobId }), { ids: [first.id], last: last.id });
      assert.deepEqual(await read({ integration: 'jira' }), { ids: [last.id], last: last.id });
      assert.deepEqual(await read({ jobId: 'none' }), { ids: [], last: last.id }, 'nobody looks there again');
      const fromAnAddress = { jobId: 'none\u0000', integration: '\ud83d' };
      assert.deepEqual(await read(fromAnAddress), { ids: [], last: last.id }, 'what no database holds');
      assert.deepEqual(await ledger.eventLog.page(last.id, 10, { environment }), { events: [], last: last.id });
    });

    it('of an older version are those of its deliveries; without a delivery, those that say nothing', async () => {
      const { ledger } = await open();
      const delivery = newDelivery({ environment: randomUUID() });
      await claimed(ledger, delivery);
      const start = await ledger.eventLog.lastId();
      const own = await ledger.append(newEvent(delivery, 'ticket-retrying'));
      const rehearsed = await ledger.append(newEvent(newDelivery(), 'ticket-dry-run'));
      const read = async (environment: string) =>
        (await ledger.eventLog.page(start, 10, { environment })).events.map(event => [event.id, event.environment]);
      assert.deepEqual(await read(delivery.environment), [
        [own.id, delivery.environment],
        [rehearsed.id, undefined],
      ]);
      assert.deepEqual(await read(randomUUID()), [[rehearsed.id, undefined]]);
    });

    it('tell of the last hour, minute by minute', async () => {
      const { ledger, now } = await open();
      const environment = randomUUID();
      const minuteMs = 60_000;
      const told = now();
      const tell = async (type: EventType, minutesAgo: number, integration = 'servicenow') => {
        const at = new Date(told.getTime() - minutesAgo * minuteMs);
        const event = newEvent(newDelivery({ integration }), type);
        await ledger.append({ ...event, environment, at });
        return at;
      };
      const begins = (at: Date) => new Date(Math.floor(at.getTime() / minuteMs) * minuteMs);
      assert.deepEqual((await ledger.eventLog.activity(environment)).minutes, []);
      const ago = await tell('ticket-created', 30);
      for (const type of ['ticket-created', 'ticket-failed', 'ticket-retrying', 'ticket-found'] as const) {
        await tell(type, 30);
      }
      await tell('ticket-failed', 2, 'jira');
      await tell('ticket-failed', 61);
      await tell('ticket-dry-run', 1);
      const rejected = { kind: 'discarded', message: 'Rejected by ada.' } as const;
      await ledger.append({ ...newEvent(newDelivery(), 'ticket-failed'), environment, at: told, error: rejected });
      const other = newEvent(newDelivery(), 'ticket-created');
      await ledger.append({ ...other, environment: randomUUID(), at: told });
      const { minutes, now: ledgerNow } = await ledger.eventLog.activity(environment);
      assert.ok(Math.abs(ledgerNow.getTime() - told.getTime()) < 60_000);
      assert.deepEqual(
        minutes.toSorted((a, b) => a.at.getTime() - b.at.getTime()),
        [
          { integration: 'servicenow', at: begins(ago), created: 2, failed: 1, retried: 1 },
          {
            integration: 'jira',
            at: begins(new Date(told.getTime() - 2 * minuteMs)),
            created: 0,
            failed: 1,
            retried: 0,
          },
        ],
      );
    });
  });
}
