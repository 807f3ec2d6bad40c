import type { ServiceNowOptions } from '@itsm-bridge/testkit';
import { describe, expect, it } from 'vitest';
import { bare, openDesk } from '../__tests__/desk.ts';

async function mapped(members: object, options: ServiceNowOptions = {}) {
  await using desk = await openDesk({ ...bare, ...members }, options);
  const steps = await desk.itsm.check({ online: true });
  return steps.filter(({ step }) => step === 'mapped fields').map(({ ok, detail }) => [ok, detail]);
}

it('takes what the specification maps each severity to, and choices by value or label', async () => {
  const fine = [[true, 'The platform takes what each severity is mapped to.']];
  expect(await mapped({})).toEqual(fine);
  expect(await mapped({ defaults: { category: 'Inquiry / Help', contact_type: 'monitoring' } })).toEqual(fine);
});

it('tells what the instance would drop without a word: each severity, each thing once', async () => {
  const urgency = { critical: '1', high: '2', medium: '3', low: '9' };
  const defaults = { u_rca: 'x', contact_type: 'pigeon', number: 'INC1' };
  const found = await mapped({ defaults, field_mappings: { urgency } });
  expect(found).toEqual(
    expect.arrayContaining([
      [false, 'u_rca: the table has no such field.'],
      [false, 'number: is read-only, so that what is sent is dropped.'],
      [false, 'urgency: found "9"; accepted are 1 (1 - High), 2 (2 - Medium), 3 (3 - Low).'],
      [false, expect.stringMatching(/^contact_type: "pigeon" is no choice on this instance, .* chat \(Chat\), /)],
    ]),
  );
  expect(found).toHaveLength(4);
});

it.each([
  ['group', { assignment_group: 'Nobody' }, /^assignment_group: no active record of sys_user_group .*"Nobody"/],
  ['caller', { caller_id: 'nobody@x.example' }, /^caller_id: no active record of sys_user .*"nobody@x.example"/],
  ['configuration item', { cmdb_ci: 'no-such-host' }, /^cmdb_ci: no record of cmdb_ci .*"no-such-host"/],
])('tells of a %s that nobody has, and fails in no other step', async (_what, defaults, words) => {
  await using desk = await openDesk({ ...bare, defaults });
  const failed = (await desk.itsm.check({ online: true })).filter(({ ok }) => !ok);
  expect(failed.map(({ step, detail }) => [step, detail])).toEqual([['mapped fields', expect.stringMatching(words)]]);
});

describe("a reference into a table of the instance's own", () => {
  const options: ServiceNowOptions = {
    tables: { u_team: { columns: { u_name: {} } } },
    columns: { incident: { u_owner: { reference: 'u_team' } } },
    records: { u_team: [{ u_name: 'Payments' }] },
  };
  const references = { u_owner: { table: 'u_team', by: ['u_name'] } };

  it('is looked up like any other', async () => {
    expect(await mapped({ references, defaults: { u_owner: 'Payments' } }, options)).toEqual([
      [true, expect.any(String)],
    ]);
    expect(await mapped({ references, defaults: { u_owner: 'Nobody' } }, options)).toEqual([
      [false, 'u_owner: no record of u_team is named "Nobody"; it is left out.'],
    ]);
  });

  it('needs its place in references', async () => {
    expect(await mapped({ defaults: { u_owner: 'Payments' } }, options)).toEqual([
      [false, expect.stringMatching(/^u_owner: found "Payments", and it takes the sys_id of a record of u_team; name/)],
    ]);
  });
});

it('says nothing of what this user may not look at', async () => {
  const options: ServiceNowOptions = { acl: { read: { sys_dictionary: 'refused' } } };
  expect(await mapped({ defaults: { u_rca: 'x' } }, options)).toMatchObject([[true, expect.any(String)]]);
});

it('tells of columns where this user may not look at choices', async () => {
  const options: ServiceNowOptions = { acl: { read: { sys_choice: 'refused' } } };
  expect(await mapped({ defaults: { u_rca: 'x', urgency: '9' } }, options)).toEqual([
    [false, 'u_rca: the table has no such field.'],
  ]);
});

it.each([
  ['a mapping to check', { defaults: { category: 'Network', urgency: '2' } }],
  ['nothing mapped', {}],
])('reads dictionary and choices once for all steps of a check with %s', async (_what, members) => {
  await using desk = await openDesk({ ...bare, ...members });
  const steps = await desk.itsm.check({ online: true });
  expect(steps.filter(({ ok }) => !ok)).toEqual([]);
  expect(desk.instance.transcript.filter(line => /sys_(dictionary|choice) /.test(line))).toEqual([
    'GET /api/now/table/sys_dictionary 200',
    'GET /api/now/table/sys_choice 200',
  ]);
});

it('asks a dictionary that is refused once, too', async () => {
  await using desk = await openDesk(bare, { acl: { read: { sys_dictionary: 'refused' } } });
  await desk.itsm.check({ online: true });
  expect(desk.instance.transcript.filter(line => /sys_(dictionary|choice) /.test(line))).toEqual([
    'GET /api/now/table/sys_dictionary 403',
  ]);
});

it('lists the fields of the table, the inherited ones too', async () => {
  const columns = { incident: { u_tier: { label: 'Tier', mandatory: true, choices: { gold: 'Gold', tin: 'Tin' } } } };
  await using desk = await openDesk(bare, { columns });
  const fields = await desk.itsm.fields('servicenow');
  const named = (id: string) => fields.find(field => field.id === id);
  expect(named('u_tier')).toEqual({
    ...{ id: 'u_tier', name: 'Tier', type: 'choice', required: true, allowed: ['gold', 'tin'] },
  });
  expect(named('assignment_group')).toEqual({
    ...{ id: 'assignment_group', name: 'Assignment group', type: 'reference (sys_user_group)', required: false },
  });
  expect(named('priority')?.allowed).toEqual(['1', '2', '3', '4', '5']);
  expect(named('sys_created_on')).toBeUndefined();
});
