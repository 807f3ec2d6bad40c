import { parseMarkdown, type TicketChange } from '@itsm-bridge/core';
import { callOf } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { analysis, openAccount } from './__fixtures__/account.ts';
import type { PagerDutyOptions } from './__fixtures__/start-pagerduty.ts';

const note: TicketChange = {
  id: 'n-1',
  kind: 'note',
  body: parseMarkdown('The pool is **larger**.'),
  audience: 'internal',
};

async function openIncident(options: PagerDutyOptions = {}) {
  const desk = await openAccount(options);
  const { ticket, key = '' } = (await desk.deliver()) ?? {};
  if (!ticket) throw new TypeError('There is no incident.');
  desk.account.clearRequests();
  return { ...desk, ticket, change: (change: TicketChange) => desk.pagerduty.update(ticket, change, callOf(key)) };
}

it('writes a note as text that carries the id of the change', async () => {
  await using desk = await openIncident();
  await desk.change(note);
  expect(desk.account.notes()).toMatchObject([{ content: 'The pool is larger.\n\n[itsm-bridge: n-1]' }]);
});

it('keeps the id where a long note is cut', async () => {
  await using desk = await openIncident();
  await desk.change({ ...note, body: parseMarkdown('x'.repeat(30_000)) });
  const [{ content = '' } = {}] = desk.account.notes();
  expect(content).toHaveLength(25_000);
  expect(content).toMatch(/x…\n\n\[itsm-bridge: n-1\]$/);
});

it('sets fields: a priority by name, a title within its limit', async () => {
  await using desk = await openIncident();
  const fields = { priority: 'P2', title: 'y'.repeat(2000), escalation_policy: 'PPOL1' };
  expect(await desk.change({ id: 'f', kind: 'fields', fields })).toMatchObject({ warnings: [] });
  expect(desk.account.incidents()).toMatchObject([
    { priority: { id: 'PRIO2' }, title: `${'y'.repeat(1023)}…`, escalation_policy: { id: 'PPOL1' } },
  ]);
});

it('tells what PagerDuty keeps otherwise', async () => {
  await using desk = await openIncident({ urgency: 'high' });
  const message = 'urgency: sent low, PagerDuty keeps high.';
  expect(await desk.change({ id: 'f', kind: 'fields', fields: { urgency: 'low' } })).toMatchObject({
    warnings: [{ code: 'field-changed', field: 'urgency', message }],
  });
});

it('does not take another refusal for a resolved incident', async () => {
  await using desk = await openIncident();
  const body = { error: { message: 'Requester not authorized to perform action', code: 1018 } };
  desk.account.fault({ on: 'PUT /incidents/PINC1', effect: { kind: 'status', status: 400, body } });
  await expect(desk.change({ id: 'r', kind: 'resolve', fields: {} })).rejects.toMatchObject({ kind: 'rejected' });
});

it('resolves with a resolution, once', async () => {
  await using desk = await openIncident();
  const resolve: TicketChange = { id: 'r', kind: 'resolve', fields: { resolution: 'Pool raised.' } };
  await desk.change(resolve);
  expect(desk.account.incidents()).toMatchObject([{ status: 'resolved', resolution: 'Pool raised.' }]);
  expect(await desk.pagerduty.read?.(desk.ticket, callOf('k'))).toMatchObject({
    kind: 'done',
    since: expect.any(Date),
  });
  desk.account.clearRequests();
  expect(await desk.change(resolve)).toMatchObject({ warnings: [{ code: 'already-there' }] });
  expect(desk.account.transcript).toEqual(['PUT /incidents/PINC1 400']);
});

it.each([
  ['reopen', { id: 'o', kind: 'reopen', fields: {} }, /does not open a resolved incident again/],
  ['link', { id: 'l', kind: 'link', url: 'https://rca.example.com', title: 'Analysis' }, /takes no links/],
] as const)('says what to do instead of a change that PagerDuty does not know: %s', async (_kind, change, words) => {
  await using desk = await openIncident();
  await expect(desk.change(change)).rejects.toMatchObject({ kind: 'config', message: expect.stringMatching(words) });
});

it('makes a new incident of a problem that comes again where the first is resolved, though it was to be reopened', async () => {
  await using desk = await openAccount({}, { on_recurrence: 'reopen' });
  const problem = (id: string) => ({ ...analysis({ id }), fingerprint: 'pool' });
  const [first] = await desk.itsm.createTickets(problem('one'));
  if (!first?.ticket) throw new TypeError('There is no incident.');
  await desk.pagerduty.update(first.ticket, { id: 'r', kind: 'resolve', fields: {} }, callOf(first.key));
  expect(await desk.itsm.createTickets(problem('two'))).toMatchObject([{ status: 'created', ticket: { key: '#2' } }]);
});

it('reads an incident that is not there as gone', async () => {
  await using desk = await openIncident();
  expect(await desk.pagerduty.read?.({ ...desk.ticket, id: 'PINC99' }, callOf('k'))).toEqual({ kind: 'gone' });
});
