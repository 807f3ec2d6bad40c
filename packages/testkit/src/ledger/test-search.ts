import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import type { DeliverySearch, NewDelivery } from '@itsm-bridge/core';
import type { LedgerUnderTest, OpenLedger, TestRunner } from './ledger-under-test.ts';
import { claimed, created, failure, newDelivery, recordOf, settled } from './samples.ts';

export function testSearch({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('a search', () => {
    it('shows the newest first, a page at a time, and nothing of another environment', async () => {
      const { search, put } = await desk(open);
      const keys: string[] = [];
      for (let n = 0; n < 5; n++) keys.unshift((await put()).key);
      await put({ environment: randomUUID() });
      assert.deepEqual(await pages(search, 2), [keys.slice(0, 2), keys.slice(2, 4), keys.slice(4)]);
      assert.deepEqual(await pages(search, 5), [keys], 'a full page that is the last one has no next');
      assert.deepEqual(await pages(search, 100), [keys]);
    });

    it('goes on where it was, whatever came or changed meanwhile', async () => {
      const { search, put, under, environment } = await desk(open);
      const [old, middle, young] = [await put(), await put(), await put()];
      const first = await search({ limit: 1 });
      assert.deepEqual(keysOf(first), [young.key]);
      await under.ledger.queue.enqueue([newDelivery({ environment, analysis: {} })]);
      await settled(under.ledger, middle, created);
      const second = await search({ limit: 1, ...after(first) });
      assert.deepEqual(keysOf(second), [middle.key]);
      assert.deepEqual(keysOf(await search({ limit: 1, ...after(second) })), [old.key]);
    });

    it('loses none of those that were created in one moment', async () => {
      const { search, under, environment } = await desk(open);
      const queued = Array.from({ length: 7 }, () => newDelivery({ environment, analysis: {} }));
      await under.ledger.queue.enqueue(queued);
      const seen = await pages(search, 2);
      assert.deepEqual(seen.flat().sort(), queued.map(({ key }) => key).sort());
    });

    it('refuses a place that no page gave', async () => {
      const { search } = await desk(open);
      for (const place of ['', 'page 2', 'MTIz', `${'x'.repeat(2_000)}`]) {
        await assert.rejects(search({ limit: 1, after: place }), { kind: 'input', message: /no place in a list/ });
      }
    });

    it('is told apart by status, integration, severity and time, alone and together', async () => {
      const { search, put, under } = await desk(open);
      const refused = await put({ integration: 'jira', severity: 'critical' });
      await settled(under.ledger, refused, { kind: 'failed', error: failure, warnings: [] });
      const done = await put({ integration: 'jira', severity: 'low' });
      await settled(under.ledger, done, created);
      const sending = await put({ severity: 'critical' });
      await claimed(under.ledger, sending);
      const { createdAt } = await recordOf(under.ledger, done.key);
      const found = async (query: Partial<DeliverySearch>) => keysOf(await search({ limit: 10, ...query }));
      assert.deepEqual(await found({ statuses: ['failed'] }), [refused.key]);
      assert.deepEqual(await found({ statuses: ['failed', 'sending', 'failed'] }), [sending.key, refused.key]);
      assert.deepEqual(await found({ statuses: ['needs_review'] }), []);
      assert.deepEqual(await found({ integrations: ['jira'] }), [done.key, refused.key]);
      assert.deepEqual(await found({ integrations: ['jira', 'servicenow'], statuses: ['created'] }), [done.key]);
      assert.deepEqual(await found({ severities: ['critical'] }), [sending.key, refused.key]);
      assert.deepEqual(await found({ severities: ['critical', 'low'], integrations: ['jira'] }), [
        done.key,
        refused.key,
      ]);
      assert.deepEqual(await found({ since: createdAt }), [sending.key, done.key]);
      assert.deepEqual(await found({ since: createdAt, statuses: ['failed'] }), []);
      assert.deepEqual(await found({ statuses: [], integrations: [], severities: [], text: '' }), [
        sending.key,
        done.key,
        refused.key,
      ]);
      const perPage = await pages(query => search({ ...query, statuses: ['failed', 'created'] }), 1);
      assert.deepEqual(perPage, [[done.key], [refused.key]]);
    });

    it('finds a part of a job id, a title, a ticket or a key, in any letter case', async () => {
      const { search, put, under } = await desk(open);
      const job = await put({ jobId: `Checkout-${randomUUID()}` });
      const titled = await put({ title: 'Zahlungsdienst fällt aus' });
      const ticketed = await put();
      const mine = { id: 'a1', key: 'OPS-4711', url: 'https://jira.example', names: {} };
      await settled(under.ledger, ticketed, { kind: 'created', ticket: mine, warnings: [] });
      const found = async (text: string) => keysOf(await search({ limit: 10, text }));
      assert.deepEqual(await found('checkout-'), [job.key]);
      assert.deepEqual(await found('ZAHLUNGSDIENST fällt'), [titled.key]);
      assert.deepEqual(await found('ops-47'), [ticketed.key]);
      assert.deepEqual(await found(titled.key.slice(5).toUpperCase()), [titled.key]);
      assert.deepEqual(await found('nowhere'), []);
    });

    it('takes no sign of a text for more than itself', async () => {
      const { search, put } = await desk(open);
      const odd = await put({ title: String.raw`50% of \d+ time_outs '"; drop table` });
      await put({ title: '50 of d time-outs' });
      for (const text of ['50%', '%', '_', '\\', String.raw`\d`, `'"; drop`]) {
        const expected = /%|_|\\|'/.test(text) ? [odd.key] : [];
        assert.deepEqual(keysOf(await search({ limit: 10, text })), expected, text);
      }
      await search({ limit: 10, text: 'a\u0000' });
    });
  });
}

type Search = (query: Omit<DeliverySearch, 'environment'>) => ReturnType<LedgerUnderTest['ledger']['search']>;

/** An environment of its own; each delivery is put on record a second after the one before. */
async function desk(open: OpenLedger) {
  const under = await open();
  const environment = randomUUID();
  const search: Search = query => under.ledger.search({ environment, ...query });
  const put = async (over: Partial<NewDelivery> = {}): Promise<NewDelivery> => {
    const delivery = newDelivery({ environment, analysis: {}, ...over });
    await under.ledger.queue.enqueue([delivery]);
    await under.pass(1_000);
    return delivery;
  };
  return { under, environment, search, put };
}

type Page = Awaited<ReturnType<Search>>;
const keysOf = ({ records }: Page) => records.map(({ key }) => key);
const after = ({ next }: Page) => (next === undefined ? {} : { after: next });

async function pages(search: Search, limit: number): Promise<readonly (readonly string[])[]> {
  const seen: Page[] = [];
  for (let page = await search({ limit }); ; page = await search({ limit, ...after(page) })) {
    seen.push(page);
    if (page.next === undefined) return seen.map(keysOf);
  }
}
