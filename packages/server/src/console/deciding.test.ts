import { ItsmError } from '@itsm-bridge/core';
import { beforeEach, describe, expect, it } from 'vitest';
import { see, send } from './__fixtures__/ask-console.ts';
import { type SampleConsole, sampleConsole } from './__fixtures__/sample-console.ts';
import { keyOf, minutesAgo } from './__fixtures__/sample-deliveries.ts';

let sample: SampleConsole;
beforeEach(() => {
  sample = sampleConsole();
});

describe('an action', () => {
  it('is asked for on a page that says what will happen, and changes nothing by being looked at', async () => {
    const { html, words } = await see(sample, `/deliveries/${keyOf(4)}/replay`);
    expect(words).toContain('The analysis is sent to jira through jira, as it was handed in.');
    expect(html).toContain('<input type="hidden" name="csrf" value="sample-token">');
    expect(sample.desk.asked).toEqual([]);
  });

  it.each([
    [4, 'replay', {}, `replay ${keyOf(4)} by Kim`],
    [3, 'approve', {}, `approve ${keyOf(3)} by Kim`],
    [3, 'reject', { reason: 'a test' }, `reject ${keyOf(3)} by Kim: a test`],
    [5, 'link', { ticket: 'OPS-17' }, `link ${keyOf(5)} to OPS-17 by Kim`],
  ])('of %i: %s is done once, however often it is sent', async (number, action, form, asked) => {
    const path = `/deliveries/${keyOf(number)}/${action}`;
    const first = await send(sample, path, form);
    expect([first.status, first.location]).toEqual([303, `/deliveries/${keyOf(number)}?said=${action}`]);
    const second = await send(sample, path, form);
    expect(second.location).toBe(`/deliveries/${keyOf(number)}?said=already`);
    expect(sample.desk.asked).toEqual([asked]);
    expect((await see(sample, second.location ?? '')).words).toContain(
      'That can no longer be done; its status is below.',
    );
  });

  it('that is refused is asked once more, with why, and with what was written', async () => {
    const { status, html, words } = await send(sample, `/deliveries/${keyOf(5)}/link`, { ticket: 'nowhere' });
    expect([status, words]).toEqual([409, expect.stringContaining('nowhere is not there.')]);
    expect(html).toContain('value="nowhere"');
    sample.desk.reject = async () => {
      throw new ItsmError('config', 'jira is not in the config.');
    };
    const again = await send(sample, `/deliveries/${keyOf(4)}/reject`, { reason: 'a <test>' });
    expect(again.html).toMatch(/<textarea name="reason"[^>]*>a &#x3C;test><\/textarea>/);
  });

  it('holds an integration back and lets it go on', async () => {
    expect((await send(sample, '/health/servicenow/pause')).location).toBe('/health?said=pause');
    await send(sample, '/health/jira/resume');
    expect(sample.desk.asked).toEqual(['pause servicenow by Kim', 'resume jira by Kim']);
    expect((await send(sample, '/health/nobody/pause')).status).toBe(404);
  });
});

describe('the review', () => {
  it('shows side by side, by job, what each platform would get, and what nobody could settle', async () => {
    const { html, words } = await see(sample, '/review');
    expect(html.match(/<section class="job">/g)).toHaveLength(2);
    expect(words).toContain('assignee is a name that is looked up when the ticket is sent.');
    expect(words).toContain('a look-up after the settle window could not tell');
    expect(html).toContain('<h4>Summary</h4>');
  });

  it('sends one and leads to it; once more it says who was first', async () => {
    const first = await send(sample, '/review/approve', { id: '91' });
    expect(first.location).toBe(`/deliveries/${keyOf(91)}?said=approve`);
    expect((await send(sample, '/review/approve', { id: '91' })).words).toContain(
      'Nothing more was sent: approved by Kim',
    );
    expect((await see(sample, '/review/approve?id=91')).words).toContain('Nothing more was sent: approved by Kim');
    expect(sample.desk.asked).toEqual(['send 91 by Kim']);
  });

  it('sends many and tells what became of each', async () => {
    expect((await see(sample, '/review/approve?id=90&id=91')).words).toContain('Approve and send 2 tickets');
    const { words } = await send(sample, '/review/approve', { id: ['90', '91', '91'] });
    expect(words.match(/created OPS-200/g)).toHaveLength(2);
    expect(sample.desk.asked).toEqual(['send 90 by Kim', 'send 91 by Kim']);
  });

  it('sends nothing that has changed: it shows each member that differs, and asks for the new one', async () => {
    sample.desk.changedPayload = { fields: { project: { key: 'OPS' }, priority: { name: 'Low' } } };
    const { html, words } = await send(sample, '/review/approve', { id: '91' });
    expect(words).toContain('Nothing was sent.');
    expect(words).toContain('fields.priority.name Highest Low');
    expect(html).toContain('name="id" value="1091"');
    expect(sample.desk.asked).toEqual([]);
    await send(sample, '/review/approve', { id: '1091' });
    expect(sample.desk.asked).toEqual(['send 1091 by Kim']);
  });

  it('rejects with a reason, and asks for a choice where there is none', async () => {
    expect((await send(sample, '/review/reject', { id: '90', reason: 'a test' })).words).toContain(
      'Rejected. Nothing is sent.',
    );
    expect(sample.desk.asked).toEqual(['reject 90 by Kim: a test']);
    expect((await see(sample, '/review/approve')).status).toBe(400);
  });

  it('sends nothing whose members alone have changed places, and says that it is that', async () => {
    const { payload } = await sample.desk.rehearsal(91n);
    const { fields } = payload as { readonly fields: object };
    sample.desk.changedPayload = { fields: Object.fromEntries(Object.entries(fields).toReversed()) };
    const { html, words } = await send(sample, '/review/approve', { id: '91' });
    expect(words).toContain('The difference: the order of its members.');
    expect(html).not.toContain('<table');
  });

  it('tells what became of the others where the ledger went away for one, and leads back to the review', async () => {
    const { approveRehearsal } = sample.desk;
    sample.desk.approveRehearsal = async (id, by) => {
      if (id === 90n) throw new ItsmError('ledger', 'Nothing answers at db.example:5432.');
      return approveRehearsal(id, by);
    };
    const { words } = await send(sample, '/review/approve', { id: ['90', '91'] });
    expect(words).toContain('Nobody knows yet what became of this one: Nothing answers at db.example:5432.');
    expect(words).toContain('created OPS-200');
    const { status, html } = await send(sample, '/review/approve', { id: '90' });
    expect([status, html]).toEqual([503, expect.stringContaining('<a href="/review">Back</a>')]);
  });

  it('leads from an approval of somebody else to the delivery, and from a rejection to the dry run', async () => {
    await sample.desk.approveRehearsal(90n, { by: 'Robin' });
    await sample.desk.rejectRehearsal(91n, { by: 'Robin' });
    const { html } = await see(sample, '/review/approve?id=90&id=91');
    expect(html).toContain(`<a href="/deliveries/${keyOf(90)}">servicenow`);
    expect(html).toContain('<a href="/review/91">jira');
  });
});

it('the audit says who did what, and leads to the delivery where there is one', async () => {
  const { words } = await see(sample, '/audit');
  expect(words).toContain('2026-01-31 08:56:00 UTC Kim pause servicenow-internal change freeze');
  const entry = { id: 9n, at: minutesAgo(1), by: 'Kim', key: keyOf(4), integration: 'jira' };
  const entries = ['replay', 'reject-dry-run'].map(action => ({ ...entry, action }));
  sample.desk.audit = async () => ({ entries });
  const { html } = await see(sample, '/audit');
  expect(html).toContain(`replay</strong></td><td><span>jira <a href="/deliveries/${keyOf(4)}"><code>`);
  expect(html).toContain('reject-dry-run</strong></td><td><span>jira <code>');
});
