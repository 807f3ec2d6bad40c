import type { NewChange } from '@itsm-bridge/core';
import { callOf } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, openDesk } from '../__tests__/desk.ts';

/** One incident, changed once. */
async function change(asked: NewChange, members: Readonly<Record<string, unknown>> = {}) {
  await using desk = await openDesk({ ...bare, ...members });
  await desk.itsm.createTickets(analysisOf());
  desk.instance.clearRequests();
  const [delivery] = await desk.itsm.updateTickets('abc123', asked);
  const [incident] = desk.instance.incidents();
  const journal = desk.instance.journal(incident?.sys_id ?? '');
  const { transcript, requests } = desk.instance;
  return { delivery, incident, journal, transcript, requests, sent: requests.at(-1)?.json };
}

it('writes a note for colleagues as HTML into work_notes, with a mark as its last line', async () => {
  const { delivery, journal, incident, transcript } = await change({ note: 'Pool is **empty** again.' });
  expect(delivery).toMatchObject({ status: 'updated', success: true, ticket: { key: incident?.number }, warnings: [] });
  const { element, value } = journal.at(-1) ?? {};
  expect(element).toBe('work_notes');
  expect(value).toMatch(
    /^\[code\]<p>Pool is <strong>empty<\/strong> again\.<\/p><p><small>\[itsm-bridge note [0-9a-f]{12}\]<\/small><\/p>\[\/code\]$/,
  );
  const path = `/api/now/table/incident/${incident?.sys_id}`;
  expect(transcript).toEqual([`PATCH ${path} 200`, `GET ${path} 200`]);
});

it('writes a note for customers as text into comments', async () => {
  const { journal } = await change({ note: 'Pool is **empty** again.' }, { audience: 'customer' });
  const { element, value } = journal.at(-1) ?? {};
  expect(element).toBe('comments');
  expect(value).toMatch(/^Pool is empty again\.\n\n\[itsm-bridge note [0-9a-f]{12}\]$/);
});

it('changes the fields that are named, and no other', async () => {
  const { incident, sent } = await change({ fields: { category: 'Network', subcategory: 'DNS' } });
  expect(sent).toEqual({ category: 'network', subcategory: 'dns' });
  expect(incident).toMatchObject({ category: 'network', short_description: 'Checkout requests time out' });
});

it('moves impact and urgency with the priority', async () => {
  const { incident, delivery } = await change({ fields: { priority: '1' } });
  expect(incident).toMatchObject({ impact: '1', urgency: '1', priority: '1' });
  expect(delivery?.warnings).toEqual([]);
});

it('looks names up, as for a new incident', async () => {
  const { incident, delivery } = await change({ fields: { assignment_group: 'Network', assigned_to: 'nobody' } });
  expect(incident?.assignment_group).toMatch(/^[0-9a-f]{32}$/);
  expect(delivery?.warnings.map(({ code, field }) => [code, field])).toEqual([['unresolved-reference', 'assigned_to']]);
});

it('tells of a field that was not kept', async () => {
  const { delivery } = await change({ fields: { u_unknown: 'x', contact_type: 'phone' } });
  expect(delivery?.warnings.map(({ code, field }) => [code, field])).toEqual([['field-unknown', 'u_unknown']]);
});

it('finds the note whose answer was lost, and does not write it a second time', async () => {
  await using desk = await openDesk(bare);
  await desk.itsm.createTickets(analysisOf());
  desk.instance.fault({ on: 'PATCH', effect: { kind: 'drop', commit: true } });
  const [delivery] = await desk.itsm.updateTickets('abc123', { note: 'Once.' });
  expect(delivery).toMatchObject({ status: 'updated', success: true, existing: false });
  const [again] = await desk.itsm.updateTickets('abc123', { note: 'Once.' });
  expect(again).toMatchObject({ status: 'updated', existing: true });
  const written = desk.instance.journal(desk.instance.incidents()[0]?.sys_id ?? '');
  expect(written.filter(({ value }) => value.includes('Once.'))).toHaveLength(1);
});

it('does not write a note a second time while the first one may still come', async () => {
  await using desk = await openDesk(bare);
  await desk.itsm.createTickets(analysisOf());
  desk.instance.fault({ on: 'PATCH', effect: { kind: 'drop', commit: false } });
  const [delivery] = await desk.itsm.updateTickets('abc123', { note: 'Once.' });
  expect(delivery).toMatchObject({ status: 'unknown', success: false, error: { kind: 'outcome-unknown' } });
  expect(desk.instance.requests.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
});

it('writes a note again that a broken answer has not left behind', async () => {
  await using desk = await openDesk(bare);
  await desk.itsm.createTickets(analysisOf());
  desk.instance.fault({ on: 'PATCH', effect: { kind: 'status', status: 502 } });
  expect(await desk.itsm.updateTickets('abc123', { note: 'Once.' })).toMatchObject([{ status: 'updated' }]);
  const written = desk.instance.journal(desk.instance.incidents()[0]?.sys_id ?? '');
  expect(written.filter(({ value }) => value.includes('Once.'))).toHaveLength(1);
});

it('refuses a change that it does not make, and names it', async () => {
  await using desk = await openDesk(bare);
  const ticket = { id: '0'.repeat(32), key: 'INC1', url: '', names: {} };
  const link = { kind: 'link', url: 'https://rca.example.com', title: 'Analysis' } as const;
  const linking = desk.servicenow.update(ticket, { id: '1', ...link }, callOf('k'));
  await expect(linking).rejects.toMatchObject({ kind: 'config', message: expect.stringContaining('"link"') });
  expect(desk.instance.requests).toEqual([]);
});

it('is refused where an ACL keeps this record as it is, and the next ticket is delivered all the same', async () => {
  await using desk = await openDesk(bare, { acl: { denied: { incident: ['write'] } } });
  await desk.itsm.createTickets(analysisOf());
  const message =
    'Operation Failed: ACL Exception Update Failed due to security constraints. This user may not change this record: is it closed, or is a role missing?';
  expect(await desk.itsm.updateTickets('abc123', { note: 'Once.' })).toMatchObject([
    { status: 'failed', error: { kind: 'rejected', status: 403, message } },
  ]);
  expect(await desk.itsm.createTickets(analysisOf({ id: 'next' }))).toMatchObject([{ status: 'created' }]);
});

it('leaves the marker alone', async () => {
  const { delivery, incident, transcript } = await change({ fields: { correlation_id: 'mine' } });
  expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'config' } });
  expect(incident?.correlation_id).toMatch(/^itsm-/);
  expect(transcript).toEqual([]);
});
