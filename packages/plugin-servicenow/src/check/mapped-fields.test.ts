import type { ServiceNowOptions } from '@itsm-bridge/testkit';
import { expect, it } from 'vitest';
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

it('tells of a group that nobody has', async () => {
  expect(await mapped({ defaults: { assignment_group: 'Nobody' } })).toEqual([
    [false, expect.stringMatching(/^assignment_group: .*"Nobody"/)],
  ]);
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
