import { afterEach, expect, it, vi } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, type Desk, openDesk } from '../__tests__/desk.ts';
import { openImportDesk } from '../__tests__/import-desk.ts';

const deniedNotes = (...rights: readonly ('read' | 'write')[]) => ({
  acl: { deniedFields: { 'incident.work_notes': rights } },
});
const deliver = async ({ itsm }: Desk, id: string) => (await itsm.createTickets(analysisOf({ id })))[0];
const looks = ({ instance }: Desk) => instance.transcript.filter(line => /^GET .*incident\/\w+ /.test(line));
const later = (ms: number) => vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + ms });
const unseen = {
  code: 'note-unseen',
  field: 'work_notes',
  message: 'work_notes: a new record shows no entry. May this user write and read work_notes?',
};

afterEach(() => vi.useRealTimers());

it.each([
  ['POST', () => openDesk(bare, deniedNotes('write'))],
  ['import', () => openImportDesk({}, {}, deniedNotes('write'))],
])('tells each ticket whose work note an ACL drops from a %s that says 201', async (_door, open) => {
  await using desk = await open();
  for (const id of ['a', 'b']) {
    const delivery = await deliver(desk, id);
    expect(delivery?.status).toBe('created');
    expect(delivery?.warnings).toContainEqual(unseen);
  }
  for (const { sys_id } of desk.instance.incidents()) expect(desk.instance.journal(sys_id ?? '')).toEqual([]);
});

it('says the same where the note is there and may not be read: it cannot be told apart', async () => {
  await using desk = await openDesk(bare, deniedNotes('read'));
  expect((await deliver(desk, 'a'))?.warnings).toEqual([unseen]);
});

it('looks once in ten minutes, also where tickets are made side by side', async () => {
  await using desk = await openDesk(bare);
  const first = await Promise.all(['a', 'b', 'c'].map(id => deliver(desk, id)));
  expect(first.flatMap(delivery => delivery?.warnings)).toEqual([]);
  expect(looks(desk)).toHaveLength(1);
  later(599_000);
  await deliver(desk, 'd');
  expect(looks(desk)).toHaveLength(1);
  later(2_000);
  await deliver(desk, 'e');
  expect(looks(desk)).toHaveLength(2);
});

it('tells nothing where the look fails, keeps the ticket, and looks again after a minute', async () => {
  await using desk = await openDesk(bare, deniedNotes('write'));
  desk.instance.fault({ on: 'GET /api/now/table/incident/', effect: { kind: 'status', status: 503 } });
  expect(await deliver(desk, 'a')).toMatchObject({ status: 'created', warnings: [] });
  expect(await deliver(desk, 'b')).toMatchObject({ status: 'created', warnings: [] });
  expect(looks(desk)).toHaveLength(1);
  later(61_000);
  expect(await deliver(desk, 'c')).toMatchObject({ status: 'created', warnings: [unseen] });
});

it('looks for comments of the config as well, and for nothing where nothing was written', async () => {
  const defaults = { comments: 'We are on it.' };
  const report = { work_notes: 'none' };
  const acl = { deniedFields: { 'incident.comments': ['write' as const] } };
  await using desk = await openDesk({ ...bare, report, defaults }, { acl });
  expect((await deliver(desk, 'a'))?.warnings.map(({ field }) => field)).toEqual(['comments']);
  await using silent = await openDesk({ ...bare, report });
  await deliver(silent, 'a');
  expect(looks(silent)).toEqual([]);
});
