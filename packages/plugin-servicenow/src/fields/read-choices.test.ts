import { servicenowFaults } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
import { openConnection } from '../__tests__/open-connection.ts';
import { readChoices } from './read-choices.ts';

type Options = Parameters<typeof openConnection>[1];
const tables = ['incident', 'task'];

async function read(options: Options = {}) {
  await using opened = await openConnection('incident', options);
  return await readChoices(opened.connection, tables, opened.signal);
}

it("has a table's own choices, and where it has none those that it inherits, in their order", async () => {
  const choices = await read();
  expect(choices.get('state')?.map(({ value, label }) => `${value} ${label}`)).toEqual([
    ...['1 New', '2 In Progress', '3 On Hold', '6 Resolved', '7 Closed', '8 Canceled'],
  ]);
  expect(choices.get('impact')?.[0]).toEqual({ value: '1', label: '1 - High', language: 'en' });
});

it('has those of all columns, and one choice of a value that depends on two others', async () => {
  const choices = await read();
  expect(choices.get('priority')).toHaveLength(5);
  expect(choices.get('subcategory')?.filter(({ value }) => value === 'email')).toEqual([
    { value: 'email', label: 'Email', language: 'en', under: expect.arrayContaining(['inquiry', 'software']) },
  ]);
});

it('leaves out inactive ones, and puts the English label first', async () => {
  const row = (label: string, members: object = {}) => ({
    ...{ name: 'incident', element: 'u_tier', value: 'gold', label, language: 'en', sequence: '10' },
    ...members,
  });
  const rows = [
    row('Goldene Stufe', { language: 'de' }),
    row('Gold tier'),
    row('Last', { value: 'last', sequence: '9' }),
    row('Gone', { value: 'gone', inactive: 'true' }),
  ];
  const choices = await read({ columns: { incident: { u_tier: {} } }, records: { sys_choice: rows } });
  expect(choices.get('u_tier')).toEqual([
    { value: 'last', label: 'Last', language: 'en' },
    { value: 'gold', label: 'Gold tier', language: 'en' },
    { value: 'gold', label: 'Goldene Stufe', language: 'de' },
  ]);
});

it('reads on past a page that an ACL has made short', async () => {
  const many = Object.fromEntries(Array.from({ length: 1200 }, (_, index) => [`v${index}`, `Value ${index}`]));
  const choices = await read({
    columns: { incident: { u_many: { choices: many } } },
    acl: { read: { sys_choice: ({ sequence }) => sequence !== '5' } },
  });
  expect(choices.get('u_many')).toHaveLength(1199);
});

it('takes no stranger for a choice', async () => {
  await using opened = await openConnection();
  opened.instance.fault({ on: 'GET /api/now/table/sys_choice', effect: servicenowFaults.droppedQuery() });
  const choices = await readChoices(opened.connection, tables, opened.signal);
  expect(choices.get('state')).toHaveLength(6);
});
