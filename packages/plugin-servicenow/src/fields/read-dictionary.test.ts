import { servicenowFaults } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { openConnection } from '../__tests__/open-connection.ts';
import { isDenied } from '../instance/is-denied.ts';
import { readDictionary } from './read-dictionary.ts';

type Options = Parameters<typeof openConnection>[1];

async function read(table = 'incident', options: Options = {}) {
  await using opened = await openConnection(table, options);
  const dictionary = await readDictionary(opened.connection, opened.signal);
  return { ...dictionary, transcript: opened.instance.transcript };
}

it('has the columns of the table and of those that it extends, as people call them', async () => {
  const { tables, columns, transcript } = await read();
  expect(tables).toEqual(['incident', 'task']);
  expect(columns.get('assignment_group')).toEqual({
    ...{ name: 'assignment_group', label: 'Assignment group', type: 'reference', reference: 'sys_user_group' },
    ...{ maxLength: 32, mandatory: false, readOnly: false, choice: false },
  });
  expect(columns.get('caller_id')).toMatchObject({ label: 'Caller', mandatory: true, reference: 'sys_user' });
  expect(columns.get('close_code')).toMatchObject({ choice: true });
  expect(columns.get('subcategory')).toMatchObject({ choice: true, dependsOn: 'category' });
  expect(columns.get('number')).toMatchObject({ readOnly: true });
  expect(transcript).toEqual(['GET /api/now/table/sys_dictionary 200']);
});

it("lets a table's own row win over the one that it inherits", async () => {
  const columns = { incident: { description: { label: 'What happened', mandatory: true } } };
  const { columns: found } = await read('incident', { columns });
  expect(found.get('description')).toMatchObject({ label: 'What happened', mandatory: true });
});

describe('a table of its own', () => {
  const tables = {
    u_rca: { extends: 'task', columns: { u_cause: { choices: { pool: 'Pool' } } } },
    u_deep: { extends: 'u_rca' },
    u_alone: { columns: { u_name: {} } },
  };

  it.each([
    ['u_deep', ['u_deep', 'u_rca', 'task']],
    ['u_alone', ['u_alone']],
  ])('%s is followed up to the table that extends none', async (table, expected) => {
    const { tables: found, columns } = await read(table, { tables });
    expect(found).toEqual(expected);
    expect(columns.has('u_cause')).toBe(table === 'u_deep');
  });
});

describe('a dictionary that this user may not read', () => {
  it.each(['hidden', 'refused'] as const)('%s is told, and is none without columns', async how => {
    await using opened = await openConnection('incident', { acl: { read: { sys_dictionary: how } } });
    const failure = await readDictionary(opened.connection, opened.signal).catch((error: unknown) => error);
    expect(isDenied(failure)).toBe(true);
  });
});

it('takes no stranger for a column: an instance that drops the clause shows those of every table', async () => {
  await using opened = await openConnection();
  opened.instance.fault({ on: 'GET /api/now/table/sys_dictionary', effect: servicenowFaults.droppedQuery() });
  const { columns } = await readDictionary(opened.connection, opened.signal);
  expect(columns.has('close_code')).toBe(true);
  expect(columns.has('user_name')).toBe(false);
});

it('takes an answer without a list for no dictionary', async () => {
  await using opened = await openConnection();
  opened.instance.fault({
    on: 'GET /api/now/table/sys_dictionary',
    times: 9,
    effect: { kind: 'status', status: 200, body: {} },
  });
  await expect(readDictionary(opened.connection, opened.signal)).rejects.toMatchObject({ kind: 'unavailable' });
});
