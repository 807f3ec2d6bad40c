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

it('is text where the config says so of work notes, and found again by its mark', async () => {
  await using desk = await openTicket({ report: { work_notes: 'text' } });
  const body = parseMarkdown('The **pool** of [code]<b>x</b>[/code] is larger.');
  const change = { ...note('internal'), body } as const;
  expect(await desk.findChange(change)).toBe('absent');
  expect((await desk.update(change)).warnings).toEqual([]);
  expect(desk.instance.journal(desk.ticket.id).at(-1)).toMatchObject({
    element: 'work_notes',
    value: expect.stringMatching(/^The pool of ［code]<b>x<\/b>［\/code] is larger\.\n\n\[itsm-bridge note \w{12}\]$/),
  });
  expect(await desk.findChange(change)).toBe('applied');
});
