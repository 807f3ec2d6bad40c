import { expect, it } from 'vitest';
import { analysisOf } from '../__tests__/analyses.ts';
import { bare, openDesk } from '../__tests__/desk.ts';
import { readBack } from './read-back.ts';

type Row = Readonly<Record<string, string>>;

const record = (fields: Readonly<Record<string, unknown>>) => ({ sys_id: '0'.repeat(32), number: 'INC1', ...fields });

it('tells of a field that the instance does not have', async () => {
  await using desk = await openDesk({ ...bare, defaults: { u_rca_job: 'abc123' } });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery?.status).toBe('created');
  expect(delivery?.warnings).toEqual([
    {
      code: 'field-unknown',
      field: 'u_rca_job',
      message:
        'u_rca_job: the answer has no such field, so that "abc123" is lost. Does the table have it, and may this user read it?',
    },
  ]);
});

it('tells of a field that this user may not write', async () => {
  const acl = { deniedFields: { 'incident.category': ['write' as const] } };
  await using desk = await openDesk({ ...bare, defaults: { category: 'RCA Analysis' } }, { acl });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  const message =
    'category: the instance did not keep "RCA Analysis". May this user write the field, and does the value exist?';
  expect(delivery?.warnings).toEqual([{ code: 'field-dropped', field: 'category', message }]);
});

it('tells of a field that a business rule wrote over', async () => {
  const rules = [
    {
      table: 'incident',
      name: 'Triage',
      when: 'insert' as const,
      change: (row: Row) => ({ ...row, contact_type: 'phone' }),
    },
  ];
  await using desk = await openDesk({ ...bare, defaults: { contact_type: 'email' } }, { rules });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  const message = 'contact_type: sent "email", stored "phone".';
  expect(delivery?.warnings).toEqual([{ code: 'field-changed', field: 'contact_type', message }]);
});

it('tells of a reference that was not kept', async () => {
  await using desk = await openDesk({ ...bare, defaults: { assignment_group: 'f'.repeat(32) } });
  const [delivery] = await desk.itsm.createTickets(analysisOf());
  expect(delivery?.warnings.map(({ code, field }) => [code, field])).toEqual([['field-dropped', 'assignment_group']]);
});

it('tells how much of a value was cut off', () => {
  expect(readBack({ close_notes: 'x'.repeat(50) }, record({ close_notes: 'x'.repeat(40) }))).toEqual([
    {
      code: 'field-truncated',
      field: 'close_notes',
      message: 'close_notes: the instance kept 40 of 50 characters.',
    },
  ]);
});

it.each([
  ['state', '100', '10'],
  ['category', 'software_os', 'software'],
  ['short_description', 'Checkout times out', 'Checkout'],
])('takes %s %j, where %j is stored, for changed and not for cut', (field, sent, stored) => {
  expect(readBack({ [field]: sent }, record({ [field]: stored }))).toEqual([
    { code: 'field-changed', field, message: `${field}: sent "${sent}", stored "${stored}".` },
  ]);
});

it('says nothing of journals, empty values, line ends, and references that come back with a link', () => {
  const sent = {
    work_notes: 'a',
    comments: 'b',
    cmdb_ci: null,
    location: '',
    description: 'a\nb',
    caller_id: 'c1',
    state: 1,
  };
  const stored = {
    work_notes: '',
    comments: '',
    description: 'a\r\nb ',
    caller_id: { link: 'x', value: 'c1' },
    state: '1',
  };
  expect(readBack(sent, record(stored))).toEqual([]);
});
