import { createHash } from 'node:crypto';
import type { TicketChange } from '@itsm-bridge/core';
import type { FaultEffect } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { openTicket } from '../__tests__/open-ticket.ts';

const on = 'GET /api/now/attachment';
const content = new TextEncoder().encode('ok');
const file: TicketChange = { id: 'a', kind: 'attach', name: 'a^b.log', mediaType: 'text/plain', content };
const hash = createHash('sha256').update(content).digest('hex');

function answer(result: unknown, total: number | undefined): FaultEffect {
  const headers = total === undefined ? {} : { 'x-total-count': `${total}` };
  return { kind: 'status', status: 200, body: { result }, headers };
}

/** What is said of the file where the instance lists these, and counts so many: those that it lists, unless told otherwise. */
async function saidOf(
  rows: (id: string) => unknown,
  { change = file, total = (listed: number): number | undefined => listed } = {},
) {
  await using desk = await openTicket();
  const listed = rows(desk.ticket.id);
  desk.instance.fault({ on, effect: answer(listed, total(Array.isArray(listed) ? listed.length : 0)) });
  return await desk.findChange(change);
}

const row = { file_name: 'a^b.log', size_bytes: '2', hash };

it('asks for the files of the record only: a name in a query could end or run it', async () => {
  await using desk = await openTicket();
  expect(await desk.findChange(file)).toBe('absent');
  const [asked] = desk.instance.requests;
  expect(asked?.query.sysparm_query).toBe(`table_sys_id=${desk.ticket.id}^ORDERBYDESCsys_created_on`);
  await desk.update(file);
  expect(await desk.findChange(file)).toBe('applied');
});

it.each([
  ['applied', 'name, size and hash', {}],
  ['applied', 'name and size, of an instance without hashes', { hash: '' }],
  ['absent', 'another name', { file_name: 'a.log' }],
  ['absent', 'another size', { size_bytes: '3', hash: '' }],
  ['absent', 'other content of the same size', { hash: 'f'.repeat(64) }],
])('is %s where the record has a file of %s', async (said, _of, members) => {
  expect(await saidOf(id => [{ ...row, table_sys_id: id, ...members }])).toBe(said);
});

it('knows the report by its name: another release may have rendered it', async () => {
  const report = { ...file, id: 'attach:report' };
  const rendered = (id: string) => [{ ...row, table_sys_id: id, size_bytes: '9', hash: 'f'.repeat(64) }];
  expect(await saidOf(rendered, { change: report })).toBe('applied');
});

it('is unsure where the instance ignores the clause, or has more files than a page', async () => {
  expect(await saidOf(() => [{ ...row, table_sys_id: '0'.repeat(32) }])).toBe('unsure');
  const page = (id: string) => Array.from({ length: 1000 }, () => ({ ...row, table_sys_id: id, file_name: 'x' }));
  expect(await saidOf(page, { total: () => 1001 })).toBe('unsure');
  expect(await saidOf(page)).toBe('absent');
});

it.each([
  ['none', () => []],
  ['another one', (id: string) => [{ ...row, table_sys_id: id, file_name: 'x' }]],
])('is unsure where the instance lists %s and counts more, or does not count', async (_, rows) => {
  expect(await saidOf(rows)).toBe('absent');
  expect(await saidOf(rows, { total: listed => listed + 1 })).toBe('unsure');
  expect(await saidOf(rows, { total: () => undefined })).toBe('unsure');
});

it('is unsure where this user may not read sys_attachment, row by row', async () => {
  await using desk = await openTicket({}, { acl: { read: { sys_attachment: 'hidden' } } });
  expect(await desk.findChange(file)).toBe('absent');
  await desk.update(file);
  expect(await desk.findChange(file)).toBe('unsure');
});

it('is not called absent where the look-up fails', async () => {
  await expect(saidOf(() => 'x')).rejects.toMatchObject({ kind: 'unavailable' });
  await using desk = await openTicket();
  desk.instance.fault({ on, effect: { kind: 'status', status: 403, body: {} } });
  expect(await desk.findChange(file)).toBe('unsure');
});
