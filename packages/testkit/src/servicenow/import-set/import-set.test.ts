import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import { type ServiceNowSimulator, startServiceNow } from '../start-servicenow.ts';

const auth = basic('integration_user', 'sandbox');
const fields = {
  u_key: 'correlation_id',
  u_title: 'short_description',
  u_group: 'assignment_group',
  u_note: 'work_notes',
  u_state: 'state',
};

let instance: ServiceNowSimulator;
beforeEach(async () => {
  instance = await startServiceNow({
    importSets: {
      u_rca: { table: 'incident', fields, coalesce: ['u_key'], transformMap: 'RCA', mandatory: ['short_description'] },
      u_plain: { table: 'incident', fields },
      u_unmapped: { table: 'incident', fields: {} },
    },
  });
});
afterEach(() => instance.close());

const send = (line: string, body?: unknown) => ask(instance.url, line, { auth, body });
const load = async (staged: unknown, table = 'u_rca') => (await send(`POST /api/now/import/${table}`, staged)).body;
const journal = () => instance.journal(instance.incidents()[0]?.sys_id ?? '').map(({ value }) => value);

describe('an import set with coalesce', () => {
  it('inserts a row whose key no record has, and says where', async () => {
    const { status, body } = await send('POST /api/now/import/u_rca', { u_key: 'k1', u_title: 'Disk full' });
    const sysId = instance.incidents()[0]?.sys_id;
    expect({ status, body }).toEqual({
      status: 201,
      body: {
        import_set: 'ISET0010001',
        staging_table: 'u_rca',
        result: [
          {
            transform_map: 'RCA',
            table: 'incident',
            display_name: 'number',
            display_value: 'INC0010001',
            record_link: `${instance.url}/api/now/table/incident/${sysId}`,
            status: 'inserted',
            sys_id: sysId,
          },
        ],
      },
    });
    expect(instance.incidents()).toMatchObject([{ correlation_id: 'k1', short_description: 'Disk full' }]);
  });

  it('updates the record that has the key, and ignores what changes nothing', async () => {
    await load({ u_key: 'k1', u_title: 'Disk full' });
    const changed = { u_key: 'k1', u_title: 'Disk really full', u_group: 'Network' };
    expect(await load(changed)).toMatchObject({ import_set: 'ISET0010002', result: [{ status: 'updated' }] });
    expect(await load(changed)).toMatchObject({ result: [{ status: 'ignored', display_value: 'INC0010001' }] });
    expect(instance.incidents()).toMatchObject([{ short_description: 'Disk really full', sys_mod_count: '1' }]);
    expect(instance.incidents()[0]?.assignment_group).toMatch(/^[0-9a-f]{32}$/);
  });

  it('updates the first of several', async () => {
    for (const title of ['one', 'two'])
      await send('POST /api/now/table/incident', { correlation_id: 'k1', short_description: title });
    await load({ u_key: 'k1', u_title: 'changed' });
    expect(instance.incidents().map(row => row.short_description)).toEqual(['changed', 'two']);
  });

  it('finds no record by an empty key, and inserts each time', async () => {
    await load({ u_title: 'Disk full' });
    expect(await load({ u_key: '', u_title: 'Disk full' })).toMatchObject({ result: [{ status: 'inserted' }] });
    expect(instance.incidents()).toHaveLength(2);
  });

  it('writes an entry into a journal each time, though nothing else changes', async () => {
    await load({ u_key: 'k1', u_title: 'Disk full', u_note: 'First.' });
    const again = await load({ u_key: 'k1', u_title: 'Disk full', u_note: 'Second.' });
    expect(again).toMatchObject({ result: [{ status: 'updated' }] });
    expect(journal()).toEqual(['First.', 'Second.']);
  });

  it('lets columns that the staging table does not have vanish without a word', async () => {
    const answer = await load({ u_key: 'k1', u_title: 'Disk full', description: 'lost', u_titel: 'lost' });
    expect(answer).toMatchObject({ result: [{ status: 'inserted' }] });
    expect(instance.incidents()).toMatchObject([{ description: '' }]);
  });
});

describe('an import set', () => {
  it('without coalesce inserts each time', async () => {
    for (const _ of [1, 2])
      expect(await load({ u_key: 'k1' }, 'u_plain')).toMatchObject({ result: [{ status: 'inserted' }] });
    expect(instance.countByKey('k1')).toBe(2);
  });

  it.each([
    ['a mandatory field is missing', 'u_rca', { u_key: 'k1' }, 'Mandatory fields are empty: short_description'],
    [
      'the map maps nothing',
      'u_unmapped',
      { u_key: 'k1' },
      'No transform entry or scripts are defined; Target record not found',
    ],
    ['a data policy refuses the record', 'u_plain', { u_state: '6' }, 'mandatory: Resolution code, Resolution notes'],
  ])('answers 201 with an error inside where %s', async (_, table, staged, words) => {
    const { status, body } = await send(`POST /api/now/import/${table}`, staged);
    expect({ status, body }).toMatchObject({
      status: 201,
      body: { result: [{ status: 'error', error_message: expect.stringContaining(words) }] },
    });
    expect(instance.incidents()).toEqual([]);
  });

  it('tells the result of a row again, at the address of its Location header', async () => {
    const { headers, body } = await send('POST /api/now/import/u_plain', { u_title: 'Disk full' });
    const path = (headers.get('location') ?? '').slice(instance.url.length);
    expect(path).toMatch(/^\/api\/now\/import\/u_plain\/[0-9a-f]{32}$/);
    expect(await send(`GET ${path}`)).toMatchObject({ status: 200, body });
    expect((await send('GET /api/now/import/u_plain/1')).status).toBe(404);
  });

  it('refuses a table that is not there, a body that is no JSON, and whoever is not signed in', async () => {
    expect(await send('POST /api/now/import/u_none', {})).toMatchObject({
      status: 400,
      body: { error: { message: 'Invalid table u_none' } },
    });
    expect((await send('POST /api/now/import/u_rca', '{')).status).toBe(400);
    expect((await ask(instance.url, 'POST /api/now/import/u_rca', { body: {} })).status).toBe(401);
  });
});
