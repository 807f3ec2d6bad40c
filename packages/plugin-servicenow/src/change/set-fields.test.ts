import { expect, it } from 'vitest';
import { openTicket } from '../__tests__/open-ticket.ts';

const denied = (...columns: readonly string[]) => ({
  acl: { deniedFields: Object.fromEntries(columns.map(column => [`incident.${column}`, ['write' as const]])) },
});
const set = (fields: Readonly<Record<string, string>>) => ({ id: 'fields:1', kind: 'fields', fields }) as const;

it('sets what this user may write and tells of the rest', async () => {
  await using desk = await openTicket({}, denied('category'));
  const { warnings } = await desk.update(set({ category: 'network', contact_type: 'phone' }));
  expect(warnings.map(({ code, field }) => [code, field])).toEqual([['field-dropped', 'category']]);
  expect(desk.instance.incidents()[0]).toMatchObject({ contact_type: 'phone', category: '' });
});

it('takes an update of which nothing was kept for a refusal, though the answer is 200', async () => {
  await using desk = await openTicket({}, denied('category', 'contact_type'));
  await expect(desk.update(set({ category: 'network', contact_type: 'phone' }))).rejects.toMatchObject({
    kind: 'rejected',
    status: 200,
    message: expect.stringContaining(
      `The instance answered 200 and kept nothing of what ${desk.ticket.key} was to get. category:`,
    ),
  });
});

it('takes an unknown field alone for a refusal, too', async () => {
  await using desk = await openTicket();
  await expect(desk.update(set({ u_none: 'x' }))).rejects.toMatchObject({
    kind: 'rejected',
    message: expect.stringContaining('u_none: the answer has no such field'),
  });
});

it('takes what is no choice, and is stored all the same, for no refusal', async () => {
  await using desk = await openTicket();
  const { warnings } = await desk.update(set({ category: 'Odd one' }));
  expect(warnings.map(({ code, field }) => [code, field])).toEqual([['not-a-choice', 'category']]);
  expect(desk.instance.incidents()[0]?.category).toBe('Odd one');
});

it('takes a fallback that was stored for no refusal', async () => {
  await using desk = await openTicket({ references: { assignment_group: { fallback: 'Service Desk' } } });
  const { warnings } = await desk.update(set({ assignment_group: 'No such group' }));
  expect(warnings.map(({ code, field }) => [code, field])).toEqual([['unresolved-reference', 'assignment_group']]);
  expect(desk.instance.incidents()[0]?.assignment_group).toMatch(/^[0-9a-f]{32}$/);
});

it('takes an update of which nothing was left to send for a refusal', async () => {
  await using desk = await openTicket();
  await expect(desk.update(set({ assignment_group: 'No such group' }))).rejects.toMatchObject({
    kind: 'rejected',
    message: expect.stringContaining('No such group'),
  });
});

it('takes a state that an ACL keeps for a refusal, where the old one begins like the new one', async () => {
  await using desk = await openTicket({}, denied('state'));
  await expect(desk.update(set({ state: '10' }))).rejects.toMatchObject({
    kind: 'rejected',
    message: expect.stringContaining('state: sent "10", stored "1".'),
  });
});

it('tells of a journal among the fields that an ACL drops', async () => {
  await using desk = await openTicket({}, denied('comments'));
  const { warnings } = await desk.update(set({ comments: 'Back\nto normal.', work_notes: 'The pool\nis larger.' }));
  expect(warnings).toEqual([
    {
      code: 'note-unseen',
      field: 'comments',
      message: `comments: the entry cannot be seen in the journal of ${desk.ticket.key}. May this user read and write comments?`,
    },
  ]);
});

it('empties a field', async () => {
  await using desk = await openTicket();
  await desk.update(set({ contact_type: 'phone' }));
  expect((await desk.update(set({ contact_type: '' }))).warnings).toEqual([]);
  expect(desk.instance.incidents()[0]?.contact_type).toBe('');
});

it('tells of a field that could not be emptied', async () => {
  await using desk = await openTicket({}, denied('impact'));
  const { warnings } = await desk.update(set({ impact: '', contact_type: 'phone' }));
  const message = 'impact: was to be emptied and still has "3". May this user write the field?';
  expect(warnings).toEqual([{ code: 'field-kept', field: 'impact', message }]);
});

it('takes an update that was to empty one field, and did not, for a refusal', async () => {
  await using desk = await openTicket({}, denied('impact'));
  await expect(desk.update(set({ impact: '' }))).rejects.toMatchObject({ kind: 'rejected', status: 200 });
});

it('empties a field that the table does not have without a word, and a boolean into false', async () => {
  await using desk = await openTicket();
  const result = { sys_id: desk.ticket.id, u_open: 'false' };
  desk.instance.fault({ on: 'PATCH', effect: { kind: 'status', status: 200, body: { result } } });
  expect((await desk.update(set({ u_none: '', u_open: '' }))).warnings).toEqual([]);
});
