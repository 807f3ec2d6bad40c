import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { type DrivenInstance, openRestClient } from './__fixtures__/open-rest-client.ts';

let desk: DrivenInstance;
beforeEach(async () => {
  // The client tells the console of each address that it asks.
  vi.spyOn(console, 'log').mockReturnValue();
  desk = await openRestClient({ now: () => Date.UTC(2026, 0, 31, 12) });
});
afterEach(async () => {
  await desk[Symbol.asyncDispose]();
  vi.restoreAllMocks();
});

type Values = Readonly<Record<string, string>>;

const create = (values: Values) => desk.ask((client, give) => client.createNewTask(values, 'incident', give));
const update = (number: string, values: Values) =>
  desk.ask((client, give) => client.UpdateTask('incident', number, values, give));
const list = (fields: readonly string[], ...filters: readonly string[]) =>
  desk.ask((client, give) => client.getTableData(fields, filters, 'incident', give));
const stored = () => desk.instance.incidents()[0] ?? {};
/** What of a record the client was shown as text; references it gets as objects. */
const texts = (record: unknown): Values =>
  Object.fromEntries(Object.entries(record ?? {}).filter(([, value]) => typeof value === 'string'));

describe('a client from npm makes an incident', () => {
  it('and is shown all columns of the record, choices and references by what they show', async () => {
    const shown = await create({
      short_description: 'Größe & 50% <b>',
      impact: '1 - High',
      urgency: '2 - Medium',
      assignment_group: 'Network',
    });
    const { assignment_group: group, ...record } = stored();
    expect(Object.keys(shown ?? {}).sort()).toEqual(Object.keys(stored()).sort());
    expect(shown).toMatchObject({
      sys_id: record.sys_id,
      number: 'INC0010001',
      short_description: 'Größe & 50% <b>',
      impact: '1 - High',
      state: 'New',
      sys_created_by: 'integration_user',
      assignment_group: {
        display_value: 'Network',
        link: `${desk.instance.url}/api/now/table/sys_user_group/${group}`,
      },
    });
    expect(record).toMatchObject({ short_description: 'Größe & 50% <b>', impact: '1', urgency: '2', priority: '2' });
  });

  it('and each column that is neither shown otherwise nor a reference is what is stored', async () => {
    const shown = texts(await create({ short_description: 'Disk full', description: 'line 1\nline 2' }));
    const plain = ['number', 'short_description', 'description', 'sys_id', 'sys_mod_count', 'active', 'correlation_id'];
    for (const name of plain) expect([name, shown[name]]).toEqual([name, stored()[name]]);
  });

  it('and finds by its number which record it is', async () => {
    await create({});
    const found = await desk.ask((client, give) => client.getSysId('incident', 'INC0010001', give));
    expect(found).toBe(stored().sys_id);
  });
});

describe('it changes the incident', () => {
  it('by its number, and only in what it sends', async () => {
    await create({ short_description: 'Disk full', description: 'as it was' });
    const shown = await update('INC0010001', { state: 'In Progress', short_description: 'Disk really full' });
    expect(shown).toMatchObject({ state: 'In Progress', short_description: 'Disk really full', sys_mod_count: '1' });
    expect(stored()).toMatchObject({ state: '2', short_description: 'Disk really full', description: 'as it was' });
  });

  it('with journal entries, of which the record shows the latest first and the table holds each', async () => {
    await create({ work_notes: 'First.' });
    const shown = texts(await update('INC0010001', { work_notes: 'Second.', comments: 'For you.' }));
    expect(desk.instance.journal(stored().sys_id ?? '')).toMatchObject([
      { element: 'work_notes', value: 'First.' },
      { element: 'work_notes', value: 'Second.' },
      { element: 'comments', value: 'For you.' },
    ]);
    const written = '2026-01-31 12:00:00 - Integration User';
    expect(shown).toMatchObject({
      work_notes: `${written} (Work notes)\nSecond.\n\n${written} (Work notes)\nFirst.\n\n`,
      comments: `${written} (Additional comments)\nFor you.\n\n`,
    });
  });

  it('and is told where a data policy refuses that', async () => {
    await create({});
    await expect(update('INC0010001', { state: 'Resolved' })).rejects.toMatchObject({ response: { status: 403 } });
    expect(stored().state).toBe('1');
  });

  it('and deletes it, after which it is nowhere', async () => {
    await create({});
    const deleted = await desk.ask((client, give) => client.DeleteTask('incident', 'INC0010001', give));
    expect(deleted).toMatchObject({ status: 204, raw: { data: '' } });
    expect(desk.instance.incidents()).toEqual([]);
    expect(await list([])).toEqual([]);
  });
});

describe('it reads a list', () => {
  beforeEach(async () => {
    for (const impact of ['1', '3', '1']) await create({ impact, urgency: '3' });
  });

  it('of those that its filters name, with the fields and in the order that it wants', async () => {
    const found = await list(['number', 'impact'], 'impact=1', 'active=true', 'ORDERBYDESCnumber');
    expect(found).toEqual([
      { number: 'INC0010003', impact: '1 - High' },
      { number: 'INC0010001', impact: '1 - High' },
    ]);
  });

  it('in pages', async () => {
    // It puts filters into the address as they are, and has no other way to ask for a page.
    const page = (offset: number) => list(['number'], `ORDERBYnumber&sysparm_limit=2&sysparm_offset=${offset}`);
    expect(await page(0)).toEqual([{ number: 'INC0010001' }, { number: 'INC0010002' }]);
    expect(await page(2)).toEqual([{ number: 'INC0010003' }]);
    expect(await page(4)).toEqual([]);
  });

  it('of one row, as a sample that is the record as stored', async () => {
    const sample = await desk.ask((client, give) => client.getSampleData('incident', give));
    expect(sample).toEqual([expect.objectContaining(texts(Array.isArray(sample) && sample[0]))]);
    expect(stored()).toMatchObject(texts(Array.isArray(sample) && sample[0]));
  });

  it('of what a pair in the address names, without a query', async () => {
    const make = (values: Values, table: string) =>
      desk.ask((client, give) => client.createNewTask(values, table, give));
    const { number = '', sys_id: change = '' } = texts(await make({}, 'change_request'));
    const task = texts(await make({ change_request: number }, 'sn_si_incident'));
    await make({}, 'sn_si_incident');
    const tasks = (of: string) => desk.ask((client, give) => client.getChangeTasks('sn_si_incident', of, give));
    const found = [{ number: task.number, sys_id: task.sys_id }];
    expect([await tasks(change), await tasks(number), await tasks('nobody')]).toEqual([found, found, []]);
  });
});

describe('it reads attachments', () => {
  const contents = ['# Größe\n', ''] as const;
  beforeEach(async () => {
    await create({});
    await create({});
    for (const [index, text] of contents.entries()) await desk.attach(stored().sys_id ?? '', `größe ${index}.md`, text);
    await desk.attach(desk.instance.incidents()[1]?.sys_id ?? '', 'other.md', 'other');
  });
  const kept = () => desk.instance.attachments(stored().sys_id ?? '');

  it('of one record only, as the instance keeps them', async () => {
    const sysId = stored().sys_id ?? '';
    const found = await desk.ask((client, give) => client.getAllAttachmentsMetaData(sysId, give));
    expect(found).toMatchObject(
      kept().map(file => ({
        sys_id: file.sysId,
        file_name: file.name,
        content_type: file.mediaType,
        size_bytes: `${file.bytes.length}`,
        table_name: 'incident',
        table_sys_id: sysId,
      })),
    );
  });

  it('one by one, with what the documentation shows of each', async () => {
    const { sysId = '' } = kept()[0] ?? {};
    const file = await desk.ask((client, give) => client.getAttachmentMetaData(sysId, give));
    expect(Object.keys(file ?? {}).sort()).toEqual(documented);
    expect(file).toMatchObject({ download_link: `${desk.instance.url}/api/now/attachment/${sysId}/file` });
  });

  it('and downloads them', async () => {
    for (const { sysId, mediaType, bytes } of kept()) {
      const file = await desk.ask((client, give) => client.getAttachment(sysId, give));
      expect(file).toMatchObject({
        status: 200,
        data: Buffer.from(bytes).toString(),
        headers: { 'content-type': mediaType },
      });
    }
    expect(kept().map(({ bytes }) => Buffer.from(bytes).toString())).toEqual(contents);
  });
});

/** Of the Attachment API's reference, and `hash`, which instances of today add. */
const documented = [
  'average_image_color',
  'compressed',
  'content_type',
  'download_link',
  'file_name',
  'hash',
  'image_height',
  'image_width',
  'size_bytes',
  'size_compressed',
  'sys_created_by',
  'sys_created_on',
  'sys_id',
  'sys_mod_count',
  'sys_tags',
  'sys_updated_by',
  'sys_updated_on',
  'table_name',
  'table_sys_id',
];
