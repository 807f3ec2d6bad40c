import { parseMarkdown } from '@itsm-bridge/core';
import { expect, it } from 'vitest';
import { openTicket } from '../__tests__/open-ticket.ts';

const denied = (right: 'read' | 'write', ...columns: readonly string[]) => ({
  acl: { deniedFields: Object.fromEntries(columns.map(column => [`incident.${column}`, [right]])) },
});
const note = (audience: 'internal' | 'customer') =>
  ({ id: 'n1', kind: 'note', body: parseMarkdown('The pool is larger now.'), audience }) as const;

it('is a refusal where an ACL on the journal drops the note and the answer is 200', async () => {
  await using desk = await openTicket({}, denied('write', 'comments'));
  await expect(desk.update(note('customer'))).rejects.toMatchObject({
    kind: 'rejected',
    status: 200,
    message: `comments: the instance answered 200, and the note is not in the journal of ${desk.ticket.key}. May this user write comments?`,
  });
});

it('is a warning where the journals cannot be seen', async () => {
  await using desk = await openTicket({}, denied('read', 'work_notes', 'comments'));
  const message = `work_notes: the note cannot be seen in the journal of ${desk.ticket.key}. May this user read and write work_notes and comments?`;
  expect((await desk.update(note('internal'))).warnings).toEqual([
    { code: 'note-unseen', field: 'work_notes', message },
  ]);
  expect(desk.instance.journal(desk.ticket.id)).toHaveLength(2);
});

it('is a warning, and no second note, where the look fails', async () => {
  await using desk = await openTicket();
  desk.instance.fault({ on: 'GET', effect: { kind: 'status', status: 503 } });
  expect((await desk.update(note('internal'))).warnings.map(({ code }) => code)).toEqual(['note-unseen']);
  expect(desk.instance.journal(desk.ticket.id)).toHaveLength(2);
});
