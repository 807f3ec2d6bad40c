import { type Behaviour, defaults, warned } from './behaviour.ts';

export const fields: readonly Behaviour[] = [
  {
    what: 'ignores a field that the table does not have, and answers 201',
    source: 'Table API, reported by many',
    ...defaults({ u_none: 'x' }),
    ...warned('field-unknown'),
  },
  {
    what: 'discards a field that an ACL protects, before business rules',
    source: 'field write ACL, measured',
    ...defaults({ contact_type: 'email' }),
    options: { acl: { deniedFields: { 'incident.contact_type': ['write'] } } },
    ...warned('field-dropped'),
  },
  {
    what: 'drops the work note that an ACL protects, and answers 201',
    source: 'field write ACL, measured; journals read back empty',
    options: { acl: { deniedFields: { 'incident.work_notes': ['write'] } } },
    ...warned('note-unseen'),
  },
  {
    what: 'leaves a reference empty to which no record belongs',
    source: 'Table API, display values',
    ...defaults({ cmdb_ci: 'f'.repeat(32) }),
    ...warned('field-dropped'),
  },
  {
    what: 'stores any text for a choice, and shows it',
    source: 'sys_choice',
    ...defaults({ contact_type: 'pigeon' }),
    ...warned('not-a-choice'),
  },
  {
    what: 'has no group of that name',
    source: 'sysparm_input_display_value',
    ...defaults({ assignment_group: 'Dev0ps Team' }),
    ...warned('unresolved-reference'),
  },
  {
    what: 'has no user with that e-mail address',
    source: 'sys_user',
    ...defaults({ caller_id: 'nobody@company.com' }),
    ...warned('unresolved-reference'),
  },
  {
    what: 'has two configuration items of one name',
    source: 'cmdb_ci has no unique name',
    ...defaults({ cmdb_ci: 'twice' }),
    options: { records: { cmdb_ci: [{ name: 'twice' }, { name: 'twice' }] } },
    ...warned('unresolved-reference'),
  },
  {
    what: 'computes another priority from impact and urgency',
    source: 'priority data lookup',
    options: { priorityMatrix: { '1': { '2': '3' } } },
    ...warned('field-changed'),
  },
  {
    what: 'has a business rule that writes over a field',
    source: 'business rules',
    ...defaults({ contact_type: 'email' }),
    options: {
      rules: [
        { table: 'incident', name: 'Triage', when: 'insert', change: row => ({ ...row, contact_type: 'phone' }) },
      ],
    },
    ...warned('field-changed'),
  },
  {
    what: 'cuts a text that is longer than its column',
    source: 'KB0685779',
    ...defaults({ u_short: 'x'.repeat(50) }),
    options: { columns: { incident: { u_short: { maxLength: 40 } } } },
    ...warned('field-truncated'),
  },
];
