import type { NewChange } from '@itsm-bridge/core';
import { callOf } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { adfText } from '../__tests__/adf-text.ts';
import { openDesk } from '../__tests__/desk.ts';

/** One issue, changed once. */
async function change(asked: NewChange) {
  await using desk = await openDesk();
  const created = await desk.deliver();
  desk.site.clearRequests();
  const [delivery] = await desk.itsm.updateTickets('abc123', asked);
  const [issue] = desk.site.issues();
  const { transcript, requests } = desk.site;
  return { key: created?.key ?? '', delivery, issue, transcript, sent: requests[0]?.json };
}

it('adds a note as a comment: as an operation with a document, since the API takes no fields.comment', async () => {
  const { delivery, issue, sent, transcript } = await change({ note: 'Pool is **empty** again.' });
  const text = (value: string, marks?: readonly object[]) => ({
    type: 'text',
    text: value,
    ...(marks ? { marks } : {}),
  });
  const paragraph = {
    type: 'paragraph',
    content: [text('Pool is '), text('empty', [{ type: 'strong' }]), text(' again.')],
  };
  const mark = { key: 'itsm-bridge', value: { change: expect.any(String) } };
  const add = { body: { type: 'doc', version: 1, content: [paragraph] }, properties: [mark] };
  expect(sent).toEqual({ update: { comment: [{ add }] } });
  expect(transcript).toEqual([`PUT /rest/api/3/issue/${issue?.id} 204`]);
  expect(delivery).toMatchObject({ status: 'updated', success: true, ticket: { key: 'OPS-1' } });
  expect(issue?.comments.map(({ body }) => adfText(body))).toEqual(['Pool is empty again.']);
});

it('cuts a note that is too long for a comment, and says so', async () => {
  const { delivery, issue } = await change({ note: 'A long paragraph of words.\n\n'.repeat(3000) });
  expect(delivery?.status).toBe('updated');
  expect(adfText(issue?.comments[0]?.body)).toMatch(/\(The note was cut here\.\)$/);
});

it('changes the fields that are named, and no other', async () => {
  const { issue, sent } = await change({ fields: { priority: 'Low', component: 'Platform' } });
  expect(sent).toEqual({ fields: { priority: { name: 'Low' }, components: [{ name: 'Platform' }] } });
  expect(issue?.fields).toMatchObject({ summary: 'Checkout requests time out', priority: { name: 'Low' } });
});

it('keeps the marker among new labels', async () => {
  const { issue, key } = await change({ fields: { labels: ['known error'] } });
  expect(issue?.fields.labels).toEqual(['known-error', key]);
});

it('changes a description that is a text through v2', async () => {
  const { issue, transcript } = await change({ fields: { description: 'h2. Solved' } });
  expect(transcript).toEqual([`PUT /rest/api/2/issue/${issue?.id} 204`]);
  expect(issue?.fields.description).toBe('h2. Solved');
});

it('tells what the site refused, after one attempt', async () => {
  const { delivery, transcript } = await change({ fields: { customfield_99999: 'x' } });
  expect(delivery).toMatchObject({
    status: 'failed',
    error: {
      kind: 'rejected',
      message:
        "customfield_99999: Field 'customfield_99999' cannot be set. It is not on the appropriate screen, or unknown.",
    },
  });
  expect(transcript).toHaveLength(1);
});

it('finds the comment whose answer was lost, and does not add it a second time', async () => {
  await using desk = await openDesk();
  await desk.deliver();
  desk.site.fault({ on: 'PUT', effect: { kind: 'drop', commit: true } });
  const [delivery] = await desk.itsm.updateTickets('abc123', { note: 'Once.' });
  expect(delivery).toMatchObject({ status: 'updated', success: true, existing: false });
  const [again] = await desk.itsm.updateTickets('abc123', { note: 'Once.' });
  expect(again).toMatchObject({ status: 'updated', existing: true });
  expect(desk.site.issues()[0]?.comments).toHaveLength(1);
});

it('does not add a comment a second time while the first one may still come', async () => {
  await using desk = await openDesk();
  await desk.deliver();
  desk.site.fault({ on: 'PUT', effect: { kind: 'drop', commit: false } });
  const [delivery] = await desk.itsm.updateTickets('abc123', { note: 'Once.' });
  expect(delivery).toMatchObject({ status: 'unknown', success: false });
  expect(desk.site.requests.filter(({ method }) => method === 'PUT')).toHaveLength(1);
});

it('refuses a change that it does not make, and names it', async () => {
  await using desk = await openDesk();
  const ticket = { id: '10001', key: 'OPS-1', url: '', names: {} };
  const attachment = { kind: 'attach', name: 'a.txt', mediaType: 'text/plain', content: new Uint8Array() } as const;
  const attaching = desk.jira.update(ticket, { id: '1', ...attachment }, callOf('k'));
  await expect(attaching).rejects.toMatchObject({ kind: 'config', message: expect.stringContaining('"attach"') });
  expect(desk.site.requests).toEqual([]);
});
