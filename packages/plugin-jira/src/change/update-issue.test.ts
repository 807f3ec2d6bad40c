import type { NewChange } from '@itsm-bridge/core';
import { describe, expect, it } from 'vitest';
import { adfText } from '../__tests__/adf-text.ts';
import { openDesk, quick } from '../__tests__/desk.ts';

/** One issue, changed once. */
async function change(asked: NewChange) {
  await using desk = await openDesk();
  const created = await desk.deliver();
  desk.site.clearRequests();
  const [delivery] = await desk.itsm.updateTickets('abc123', asked);
  const [issue] = desk.site.issues();
  const { transcript, requests } = desk.site;
  const sent = requests.find(({ method }) => method === 'PUT');
  const wrote = transcript.filter(line => !line.startsWith('GET'));
  return { key: created?.key ?? '', delivery, issue, wrote, sent: sent?.json };
}

it('adds a note as a comment: as an operation with a document, since the API takes no fields.comment', async () => {
  const { delivery, issue, sent, wrote } = await change({ note: 'Pool is **empty** again.' });
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
  const internal = { key: 'sd.public.comment', value: { internal: true } };
  const add = { body: { type: 'doc', version: 1, content: [paragraph] }, properties: [mark, internal] };
  expect(sent).toEqual({ update: { comment: [{ add }] } });
  expect(wrote).toEqual([`PUT /rest/api/3/issue/${issue?.id} 204`]);
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
  const { issue, wrote } = await change({ fields: { description: 'h2. Solved' } });
  expect(wrote).toEqual([`PUT /rest/api/2/issue/${issue?.id} 204`]);
  expect(issue?.fields.description).toBe('h2. Solved');
});

it('tells what the issue does not take, before anything is sent', async () => {
  const { delivery, wrote } = await change({ fields: { customfield_99999: 'x', priority: 'Urgent' } });
  expect(delivery).toMatchObject({
    status: 'failed',
    error: {
      kind: 'mapping',
      message:
        'OPS-1 does not take the change. customfield_99999: is not on the screen. priority: found "Urgent"; accepted are Highest, High, Medium, Low, Lowest.',
    },
  });
  expect(wrote).toEqual([]);
});

it('adds to a list and takes from it, where it is told to, and never takes the key', async () => {
  const { key, ...first } = await change({ fields: { labels: { add: ['known error'], remove: ['automated'] } } });
  expect(first.sent).toEqual({ update: { labels: [{ add: 'known-error' }, { remove: 'automated' }] } });
  expect(first.issue?.fields.labels).toEqual(['rca', key, 'known-error']);
  const second = await change({ fields: { labels: { remove: [key] } } });
  expect(second).toMatchObject({ wrote: [], delivery: { status: 'updated' } });
  const third = await change({ fields: { labels: { set: ['one'] }, components: { remove: ['platform'] } } });
  expect(third.sent).toEqual({
    update: { labels: [{ set: ['one', key] }], components: [{ remove: { name: 'Platform' } }] },
  });
});

it('empties a field where it is told to', async () => {
  const { sent, delivery } = await change({ fields: { duedate: null, labels: { set: [] }, components: [] } });
  expect(delivery).toMatchObject({ status: 'updated', warnings: [] });
  expect(sent).toMatchObject({
    fields: { duedate: null, components: [] },
    update: { labels: [{ set: [expect.any(String)] }] },
  });
});

it.each(['comment', 'worklog'])(
  'sends no %s as a field: it would be public, and twice after a lost answer',
  async field => {
    const { delivery, wrote } = await change({ fields: { [field]: { add: { body: 'x' } } } });
    expect(delivery).toMatchObject({ status: 'failed', error: { kind: 'input' } });
    expect(wrote).toEqual([]);
  },
);

it('sets a description that is a text through v2, as an operation too', async () => {
  expect((await change({ fields: { description: { set: 'h2. x' } } })).wrote).toEqual([
    'PUT /rest/api/2/issue/10001 204',
  ]);
});

it('sends an edit again that met somebody else’s', async () => {
  await using desk = await openDesk();
  await desk.deliver();
  desk.site.fault({
    on: 'PUT',
    effect: { kind: 'status', status: 409, body: { errorMessages: ['conflict'], errors: {} } },
  });
  const [delivery] = await desk.itsm.updateTickets('abc123', { fields: { priority: 'Low' } });
  expect(delivery).toMatchObject({ status: 'updated' });
});

describe('a note on a service project', () => {
  const projects = [{ key: 'OPS', issueTypes: ['Incident'], components: ['Platform'], type: 'service_desk' as const }];
  const noted = async (members = {}) => {
    await using desk = await openDesk({ ...quick, ...members }, { projects });
    await desk.deliver();
    const [delivery] = await desk.itsm.updateTickets('abc123', { note: 'A pool ran dry.' });
    return { delivery, comments: desk.site.issues()[0]?.comments, transcript: desk.site.transcript };
  };

  it('is kept from customers, and the answer of the site says so', async () => {
    const { delivery, comments, transcript } = await noted();
    expect(delivery).toMatchObject({ status: 'updated', warnings: [] });
    expect(comments).toMatchObject([{ internal: true }]);
    expect(transcript.at(-1)).toBe('POST /rest/api/3/issue/10001/comment 201');
  });

  it('is for customers where the config says that they may read notes', async () => {
    expect((await noted({ audience: 'customer' })).comments).toMatchObject([{ internal: false }]);
  });

  it('that the site shows to customers all the same is told as a warning', async () => {
    await using desk = await openDesk(quick, { projects });
    await desk.deliver();
    const body = { id: '1', jsdPublic: true };
    const on = 'POST /rest/api/3/issue/10001/comment';
    desk.site.fault({ on, effect: { kind: 'status', status: 201, body } });
    const [delivery] = await desk.itsm.updateTickets('abc123', { note: 'A pool ran dry.' });
    expect(delivery).toMatchObject({ status: 'updated', warnings: [{ code: 'note-public' }] });
  });

  it('whose answer was lost is found, and not written a second time', async () => {
    await using desk = await openDesk(quick, { projects });
    await desk.deliver();
    desk.site.fault({ on: 'POST /rest/api/3/issue/10001/comment', effect: { kind: 'drop', commit: true } });
    const [delivery] = await desk.itsm.updateTickets('abc123', { note: 'Once.' });
    expect(delivery).toMatchObject({ status: 'updated' });
    expect(desk.site.issues()[0]?.comments).toHaveLength(1);
  });
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
