import { checksOf, type ServiceNowOptions } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { bare, openDesk } from '../__tests__/desk.ts';
import { openImportDesk, staging } from '../__tests__/import-desk.ts';

type ImportSet = Parameters<typeof openImportDesk>[0];

const loader = ['rest_service', 'import_set_loader', 'import_transformer'];
const ours = [`read ${staging}`, `write ${staging}`, 'transform map'];

async function check(
  set: ImportSet = {},
  options: ServiceNowOptions = {},
  members: Readonly<Record<string, unknown>> = {},
) {
  await using desk = await openImportDesk(set, members, { roles: loader, ...options });
  const steps = await checksOf(desk.servicenow);
  expect(desk.instance.requests.every(({ method }) => method === 'GET')).toBe(true);
  const detailOf = (step: string) => steps.find(each => each.step === step)?.detail;
  return { steps, failed: steps.filter(({ ok }) => !ok), detailOf };
}

it('says of staging table and transform map that they are there, having loaded nothing', async () => {
  const { steps, failed } = await check({ transformMap: 'RCA' });
  expect(failed).toEqual([]);
  expect(steps.filter(({ step }) => ours.includes(step)).map(({ step, detail }) => `${step}: ${detail}`)).toEqual([
    'read u_rca_import: u_rca_import is there, and shows no row.',
    'write u_rca_import: The dictionary has u_short_description, u_correlation_id, u_correlation_display, u_description, u_work_notes, none of them read-only. Not asked: ACLs and the scripts of the map, as no row was loaded; they show at the first.',
    'transform map: RCA writes into incident and coalesces on correlation_id.',
  ]);
});

it('asks nothing of that where tickets are created through the Table API', async () => {
  await using desk = await openDesk(bare);
  const steps = await checksOf(desk.servicenow);
  expect(steps.map(({ step }) => step)).not.toContain('transform map');
  expect(desk.instance.transcript.filter(line => /import|transform/.test(line))).toEqual([]);
});

it('takes a user who may only load for one who lacks nothing, and tells what later changes ask for', async () => {
  const { detailOf } = await check();
  expect(detailOf('roles')).toBe(
    'This user has import_set_loader, import_transformer, rest_service; to change a ticket later, incident asks for itil or sn_incident_write.',
  );
});

it('takes a row that is seen for proof, whatever the roles are called', async () => {
  const records = { [staging]: [{ u_short_description: 'Disk full' }] };
  const { failed, detailOf } = await check({}, { roles: ['u_rca_loader'], records });
  expect(failed).toEqual([]);
  expect(detailOf(`read ${staging}`)).toBe('u_rca_import can be read.');
});

it('looks for the columns under the names that the config gives them', async () => {
  const fields = { u_title: 'short_description', u_key: 'correlation_id', u_shown: 'correlation_display' };
  const named = Object.fromEntries(Object.entries(fields).map(([column, field]) => [field, column]));
  const members = {
    import_set: { table: staging, fields: named },
    report: { description: 'none', work_notes: 'none' },
  };
  const { failed, detailOf } = await check({ fields, coalesce: ['u_key'] }, {}, members);
  expect(failed).toEqual([]);
  expect(detailOf(`write ${staging}`)).toMatch(/ has u_title, u_key, u_shown, none of them read-only\./);
});

describe('what is missing makes its own step fail, with what to do', () => {
  it('the staging table', async () => {
    const { failed } = await check({}, { roles: ['itil'] }, { import_set: { table: 'u_rca_imports' } });
    expect(failed).toEqual([
      {
        step: 'read u_rca_imports',
        ok: false,
        detail: 'There is no table u_rca_imports (Invalid table u_rca_imports).',
        hint: expect.stringContaining('extends Import Set Row'),
      },
    ]);
  });

  it.each([
    ['refused', 'u_rca_import is not shown to this user (Insufficient rights to query records); this user has itil'],
    ['hidden', 'u_rca_import shows no row, and this user has itil'],
  ] as const)('a role that loads, where the table is %s', async (how, words) => {
    const { failed } = await check({}, { roles: ['itil'], acl: { read: { [staging]: how } } });
    expect(failed).toMatchObject([
      {
        step: `read ${staging}`,
        detail: `${words}, none of which loads import sets.`,
        hint: expect.stringContaining('import_set_loader'),
      },
    ]);
  });

  it('the staging table to a user whose roles are not told', async () => {
    const acl = { read: { [staging]: 'refused', sys_user_has_role: 'refused' } } as const;
    const { failed } = await check({}, { acl });
    expect(failed).toMatchObject([
      { detail: 'u_rca_import is not shown to this user (Insufficient rights to query records).' },
    ]);
  });

  it('a column for the key, and one that takes what is sent', async () => {
    const columns = {
      u_short_description: { readOnly: true },
      u_description: {},
      u_work_notes: {},
      u_correlation_display: {},
    };
    const { failed } = await check({}, { tables: { [staging]: { extends: 'sys_import_set_row', columns } } });
    expect(failed).toMatchObject([
      {
        step: `write ${staging}`,
        detail: 'Of u_rca_import u_short_description is read-only, u_correlation_id is no column.',
        hint: expect.stringContaining('import_set.fields'),
      },
    ]);
  });

  it('a map into the table of the config', async () => {
    const { failed } = await check({ table: 'problem', transformMap: 'RCA' });
    expect(failed).toMatchObject([
      { step: 'transform map', detail: 'RCA writes into problem, while table in the config is incident.' },
    ]);
  });

  it('a single map', async () => {
    const second = { name: 'Old map', source_table: staging, target_table: 'incident' };
    const { failed } = await check({ transformMap: 'RCA' }, { records: { sys_transform_map: [second] } });
    expect(failed).toMatchObject([
      { step: 'transform map', detail: expect.stringMatching(/^u_rca_import has the active maps RCA, Old map: /) },
    ]);
    const unused = await check({}, { records: { sys_transform_map: [{ ...second, active: 'false' }] } });
    expect(unused.failed).toEqual([]);
  });

  it('coalesce on the key, where the map takes records of others for ours', async () => {
    const { failed } = await check({ coalesce: ['u_short_description'], transformMap: 'RCA' });
    expect(failed).toMatchObject([
      {
        step: 'transform map',
        detail: expect.stringMatching(/^RCA coalesces on short_description and not on correlation_id: /),
        hint: expect.stringContaining('coalesces on correlation_id, and on nothing else'),
      },
    ]);
  });
});

it('tells of a map without coalesce what that means; it is no failure', async () => {
  const { failed, detailOf } = await check({ coalesce: [], transformMap: 'RCA' });
  expect(failed).toEqual([]);
  expect(detailOf('transform map')).toBe(
    'RCA writes into incident, and does not coalesce on correlation_id: each row inserts, and a lost answer is looked for first.',
  );
});

describe('of what this user may not read nothing is said', () => {
  it.each([
    ['sys_transform_map', 'refused', 'Not told: Insufficient rights to query records'],
    [
      'sys_transform_map',
      'hidden',
      'Not told: sys_transform_map shows no active map of u_rca_import, and may be hidden.',
    ],
    ['sys_transform_entry', 'refused', 'RCA writes into incident.'],
    ['sys_transform_entry', 'hidden', 'RCA writes into incident.'],
  ] as const)('%s is %s', async (table, how, words) => {
    const { failed, detailOf } = await check({ transformMap: 'RCA' }, { acl: { read: { [table]: how } } });
    expect(failed).toEqual([]);
    expect(detailOf('transform map')).toBe(words);
  });

  it('the dictionary', async () => {
    const { failed, detailOf } = await check({}, { acl: { read: { sys_dictionary: 'refused' } } });
    expect(failed).toEqual([]);
    expect(detailOf(`write ${staging}`)).toMatch(/^Not told: /);
  });
});

it.each([
  [
    'sys_transform_map',
    [
      { sys_id: 'a'.repeat(32), name: 'Computers', source_table: 'imp_computer', active: 'true' },
      { sys_id: 'b'.repeat(32), name: 'Old map', source_table: staging, active: 'false' },
    ],
    /^Not told: /,
  ],
  ['sys_transform_entry', [{ map: 'a'.repeat(32), target_field: 'correlation_id', coalesce: 'true' }], /incident\.$/],
])('takes nothing of others for ours from an instance that drops clauses on %s', async (table, result, words) => {
  await using desk = await openImportDesk({}, {}, { roles: loader });
  const effect = { kind: 'status', status: 200, body: { result } } as const;
  desk.instance.fault({ on: `GET /api/now/table/${table}`, effect });
  const steps = await checksOf(desk.servicenow);
  expect(steps.find(({ step }) => step === 'transform map')?.detail).toMatch(words);
});
