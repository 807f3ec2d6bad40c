import { expect, it } from 'vitest';
import { ask, basic } from '../../simulator/__fixtures__/ask.ts';
import type { ServiceNowOptions } from '../options.ts';
import { startServiceNow } from '../start-servicenow.ts';

const auth = basic('integration_user', 'sandbox');
const fields = { u_key: 'correlation_id', u_title: 'short_description' };
const rca = { table: 'incident', fields, coalesce: ['u_key'], transformMap: 'RCA' };

async function open(options: ServiceNowOptions = {}) {
  const instance = await startServiceNow({ importSets: { u_rca: rca }, ...options });
  const list = async (table: string, query: string, shown: string) => {
    const params = new URLSearchParams({ sysparm_query: query, sysparm_fields: shown });
    const { status, body } = await ask(instance.url, `GET /api/now/table/${table}?${params}`, { auth });
    return { status, rows: (body as { readonly result?: unknown }).result };
  };
  return {
    list,
    load: (staged: unknown) => ask(instance.url, 'POST /api/now/import/u_rca', { auth, body: staged }),
    [Symbol.asyncDispose]: () => instance.close(),
  };
}

it('shows a staging table as a table that extends Import Set Row, with a column for each that the map reads', async () => {
  await using instance = await open();
  expect(await instance.list('u_rca', '', 'sys_id')).toEqual({ status: 200, rows: [] });
  expect((await instance.list('sys_db_object', 'name=u_rca', 'name,super_class.name')).rows).toEqual([
    { name: 'u_rca', 'super_class.name': 'sys_import_set_row' },
  ]);
  expect((await instance.list('sys_dictionary', 'name=u_rca', 'element')).rows).toEqual([
    { element: 'u_key' },
    { element: 'u_title' },
  ]);
});

it('shows what was staged and what became of it', async () => {
  await using instance = await open();
  await instance.load({ u_key: 'k1', u_title: 'Disk full', u_titel: 'lost' });
  const shown = 'u_key,u_title,u_titel,sys_import_set.number,sys_import_state,sys_target_table';
  expect((await instance.list('u_rca', '', shown)).rows).toEqual([
    {
      u_key: 'k1',
      u_title: 'Disk full',
      'sys_import_set.number': 'ISET0010001',
      sys_import_state: 'inserted',
      sys_target_table: 'incident',
    },
  ]);
});

it('shows the map, and which of its entries coalesce', async () => {
  await using instance = await open();
  const [map] = (await instance.list('sys_transform_map', 'source_table=u_rca', 'sys_id,name,target_table,active'))
    .rows as readonly { readonly sys_id: string }[];
  expect(map).toMatchObject({ name: 'RCA', target_table: 'incident', active: 'true' });
  const entries = await instance.list(
    'sys_transform_entry',
    `map=${map?.sys_id}`,
    'source_field,target_field,coalesce',
  );
  expect(entries.rows).toEqual([
    { source_field: 'u_key', target_field: 'correlation_id', coalesce: 'true' },
    { source_field: 'u_title', target_field: 'short_description', coalesce: 'false' },
  ]);
});

it('loses what is sent for a column that the staging table does not have, though its map reads one', async () => {
  const tables = { u_rca: { extends: 'sys_import_set_row', columns: { u_key: {} } } };
  await using instance = await open({ tables });
  await instance.load({ u_key: 'k1', u_title: 'Disk full' });
  expect((await instance.list('incident', 'correlation_id=k1', 'short_description')).rows).toEqual([
    { short_description: '' },
  ]);
});

it('keeps out who may not write the staging table', async () => {
  await using instance = await open({ acl: { denied: { u_rca: ['create'] } } });
  expect((await instance.load({ u_key: 'k1' })).status).toBe(403);
  expect((await instance.list('incident', '', 'sys_id')).rows).toEqual([]);
});
