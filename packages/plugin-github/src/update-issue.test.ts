import { parseMarkdown, type TicketChange, type TicketRef } from '@itsm-bridge/core';
import { callOf } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { openDesk } from './__fixtures__/open-desk.ts';

const call = callOf(`itsm-${'a'.repeat(32)}`);
const note = (id: string, text = 'Seen again, @octocat.'): TicketChange => ({
  ...{ id, kind: 'note', audience: 'internal' },
  body: parseMarkdown(text),
});

async function openTicket() {
  const desk = await openDesk();
  const created = await desk.github.create({ title: 'a', body: 'b' }, call);
  if (created.kind !== 'created') throw new TypeError('No issue was made.');
  const { ticket } = created;
  const update = (change: TicketChange) => desk.github.update(ticket, change, call);
  return {
    ...desk,
    ticket,
    update,
    stored: () => desk.site.issues()[0],
    read: (ref: TicketRef = ticket) => desk.github.read?.(ref, call),
  };
}

it('a note is a comment that mentions nobody and carries the id of the change', async () => {
  await using desk = await openTicket();
  await desk.update(note('recurrence-note:x-->'));
  expect(desk.stored()?.comments).toEqual([
    'Seen again, @\u200boctocat.\n\n<!-- itsm-bridge change: recurrence-note%3Ax--%3E -->\n',
  ]);
});

it('a note that is longer than a comment is cut, its id is not', async () => {
  await using desk = await openTicket();
  await desk.update(note('n', 'word '.repeat(20_000)));
  expect(desk.stored()?.comments[0]).toMatch(/was cut here\.\*\n\n<!-- itsm-bridge change: n -->\n$/);
});

it('a note is known behind a hundred others', async () => {
  await using desk = await openTicket();
  for (let made = 0; made < 101; made += 1) await desk.update(note(`n${made}`, 'a'));
  expect(await desk.github.findChange?.(desk.ticket, note('n100'), call)).toBe('applied');
  expect(await desk.github.findChange?.(desk.ticket, note('n1000'), call)).toBe('absent');
});

it('resolved is closed as completed, with the fields of the change', async () => {
  await using desk = await openTicket();
  await desk.update({ id: 'r', kind: 'resolve', fields: { labels: ['mended'] } });
  expect(desk.stored()).toMatchObject({ state: 'closed', state_reason: 'completed', labels: ['mended'] });
  expect(await desk.read()).toEqual({ kind: 'done', wontFix: false, since: expect.any(Date) });
});

it.each(['not_planned', 'duplicate'])('what a person has closed as %s stays so', async state_reason => {
  await using desk = await openTicket();
  await desk.update({ id: 'f', kind: 'fields', fields: { state: 'closed', state_reason } });
  const { warnings } = await desk.update({ id: 'r', kind: 'resolve', fields: {} });
  expect(warnings).toMatchObject([{ code: 'already-there' }]);
  expect(desk.stored()).toMatchObject({ state_reason });
  expect(await desk.read()).toMatchObject({ kind: 'done', wontFix: true });
});

it.each([404, 410])('an issue that is answered %d is gone', async status => {
  await using desk = await openTicket();
  const effect = { kind: 'status', status, body: { message: 'This issue was deleted' } } as const;
  desk.site.fault({ times: 2, effect });
  expect(await desk.read()).toEqual({ kind: 'gone' });
  await expect(desk.update({ id: 'r', kind: 'reopen', fields: {} })).rejects.toMatchObject({ kind: 'rejected' });
});

it('the body is not written again: it carries the key', async () => {
  await using desk = await openTicket();
  const change: TicketChange = { id: 'f', kind: 'fields', fields: { body: 'new' } };
  await expect(desk.update(change)).rejects.toMatchObject({ kind: 'config' });
  expect(desk.stored()?.body).toBe('b');
});

it.each([['resolve', 'reopen'] as const, ['reopen', 'resolve'] as const])(
  '%s is known again once its answer is lost',
  async (kind, other) => {
    await using desk = await openTicket();
    await desk.update({ id: 'o', kind: other, fields: {} });
    const change: TicketChange = { id: 'c', kind, fields: {} };
    expect(await desk.github.findChange?.(desk.ticket, change, call)).toBe('absent');
    await desk.update(change);
    expect(await desk.github.findChange?.(desk.ticket, change, call)).toBe('applied');
  },
);
