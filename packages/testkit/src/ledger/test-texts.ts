import assert from 'node:assert/strict';
import type { OpenLedger, TestRunner } from './ledger-under-test.ts';
import { newDelivery, newDryRun, newEvent, recordOf, settled, ticket } from './samples.ts';

const texts = {
  quotes: `it's "quoted" \\ and $1 '); drop table deliveries; --`,
  letters: 'Zahlungsdienst fällt aus · 支払い · платёж · café',
  emoji: 'on fire \u{1F525}\u{1F468}\u{200D}\u{1F692}',
  json: '{"not": ["parsed"], "n": null}',
  array: '{1,2,3}',
  escapes: '\\u0000 \\n stays as it is\n\ttab',
  empty: '',
};

export function testTexts({ describe, it }: TestRunner, open: OpenLedger): void {
  describe('a text', () => {
    for (const [name, text] of Object.entries(texts)) {
      it(`comes back as it went in: ${name}`, async () => {
        const { ledger } = await open();
        const delivery = newDelivery({ jobId: `${newDelivery().jobId} ${text}` });
        const names = { jira_key: text, [`key ${text}`]: 'value' };
        const warnings = [{ code: 'field-dropped', message: text, field: text }];
        const given = { ...ticket, key: text, url: text, names };
        await settled(ledger, delivery, { kind: 'found', ticket: given, twins: [given], warnings });
        const [record] = await ledger.deliveries({ jobId: delivery.jobId });
        assert.equal(record?.jobId, delivery.jobId);
        assert.deepEqual(record?.ticket, given);
        assert.deepEqual(record?.twins, [given]);
        assert.deepEqual(record?.warnings, warnings);
      });
    }

    // PostgreSQL holds neither; platforms send both: a stray zero byte, a message cut in the middle of an emoji.
    it('with a U+0000 or half an emoji is no reason to fail; what is around it is kept', async () => {
      const { ledger } = await open();
      const delivery = newDelivery();
      const error = { kind: 'rejected', message: 'before\u0000after \u{1F525}'.slice(0, -1) } as const;
      const names = { sys_id: 'a\u0000b' };
      await settled(ledger, delivery, { kind: 'failed', error, warnings: [] });
      const { error: stored } = await recordOf(ledger, delivery.key);
      const [start, end] = (stored?.message ?? '').replaceAll('\u0000', '').split(' ');
      assert.equal(start, 'beforeafter');
      assert.equal(end?.length, 1);
      await settled(ledger, delivery, {
        kind: 'created',
        ticket: { ...ticket, key: 'INC\u00001', names },
        warnings: [],
      });
      const record = await recordOf(ledger, delivery.key);
      assert.equal(record.ticket?.key.replaceAll('\u0000', ''), 'INC1');
      const payload = { 'a\u0000': ['b\u0000'] };
      await ledger.dryRuns.record(newDryRun(delivery, { payload }), newEvent(delivery, 'ticket-dry-run'));
      await ledger.append({ ...newEvent(delivery, 'ticket-failed'), error, payload });
    });
  });
}
