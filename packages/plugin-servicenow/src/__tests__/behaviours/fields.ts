import { expect } from 'vitest';
import { type CreateBehaviour, created, defaults, denied, warned } from './behaviour.ts';

const sysId = expect.stringMatching(/^[0-9a-f]{32}$/);

const outages = {
  columns: {
    incident: {
      u_what: {
        dependsOn: 'category',
        choicesBy: { database: { db_outage: 'Outage' }, network: { net_outage: 'Outage' } },
      },
    },
  },
};

export const fields: readonly CreateBehaviour[] = [
  {
    what: 'ignores a field that the table does not have, and answers 201',
    source: 'open: reported by many; kibana PR#201948',
    ...defaults({ u_none: 'x' }),
    ...warned('field-unknown'),
  },
  {
    what: 'discards a field that an ACL protects, and answers 201',
    source: 'measured: field write ACL; jacebenson/jsn#157',
    ...defaults({ contact_type: 'email' }),
    ...denied('write', 'contact_type'),
    ...warned('field-dropped'),
  },
  {
    what: 'drops the work note that an ACL protects, and answers 201',
    source: 'measured: field write ACL; journals read back empty',
    ...denied('write', 'work_notes'),
    notes: 'none',
    ...warned('note-unseen'),
  },
  {
    what: 'shows no field that this user may not read',
    source: 'open: field read ACL',
    ...defaults({ contact_type: 'email' }),
    ...denied('read', 'contact_type'),
    ...warned('field-unknown'),
  },
  {
    what: 'leaves a reference empty to which no record belongs',
    source: 'third-hand: unresolvable values',
    ...defaults({ cmdb_ci: 'f'.repeat(32) }),
    ...warned('field-dropped'),
  },
  {
    what: 'takes sys_ids for references, and no names',
    source: 'c_TableAPI.md: sysparm_input_display_value',
    ...defaults({ assignment_group: 'Network' }),
    ...created,
    holds: { assignment_group: sysId },
  },
  {
    what: 'takes values for choices, and no labels',
    source: 'open: sys_choice',
    ...defaults({ category: 'Network' }),
    ...created,
    holds: { category: 'network' },
  },
  {
    what: 'stores any text for a choice, and shows it',
    source: 'open: sys_choice',
    ...defaults({ contact_type: 'pigeon' }),
    ...warned('not-a-choice'),
    holds: { contact_type: 'pigeon' },
  },
  {
    what: 'has one label for choices under several categories',
    source: 'sys_choice.dependent_value, recorded in sdk examples (dependent_on_field)',
    ...defaults({ category: 'network', u_what: 'Outage' }),
    options: outages,
    ...created,
    holds: { u_what: 'net_outage' },
  },
  {
    what: 'has one label for several choices, and is not sent the category',
    source: 'sys_choice.dependent_value, recorded in sdk examples (dependent_on_field)',
    ...defaults({ u_what: 'Outage' }),
    options: outages,
    ...warned('ambiguous-choice'),
    holds: { u_what: 'Outage' },
  },
  {
    what: 'has no group of that name',
    source: 'c_TableAPI.md: sysparm_input_display_value',
    ...defaults({ assignment_group: 'Dev0ps Team' }),
    ...warned('unresolved-reference'),
  },
  {
    what: 'has no user with that e-mail address',
    source: 'c_TableAPI.md: references are sys_ids',
    ...defaults({ caller_id: 'nobody@company.com' }),
    ...warned('unresolved-reference'),
  },
  {
    what: 'has two configuration items of one name',
    source: 'open: cmdb_ci.name is not unique',
    ...defaults({ cmdb_ci: 'twice' }),
    options: { records: { cmdb_ci: [{ name: 'twice' }, { name: 'twice' }] } },
    ...warned('unresolved-reference'),
  },
  {
    what: 'computes another priority from impact and urgency',
    source: 'community 2294101',
    options: { priorityMatrix: { '1': { '2': '3' } } },
    ...warned('field-changed'),
    holds: { impact: '1', urgency: '2', priority: '3' },
  },
  {
    what: 'has a business rule that writes over a field',
    source: 'open: rules of the customer',
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
    source: 'KB0685779; open: cut or refused',
    ...defaults({ u_short: 'x'.repeat(50) }),
    options: { columns: { incident: { u_short: { maxLength: 40 } } } },
    ...warned('field-truncated'),
  },
  {
    what: 'has 160 characters for a short description',
    source: 'KB0685779; open: cut or refused',
    analysis: { title: `Checkout ${'times out '.repeat(30)}` },
    ...created,
    holds: { short_description: expect.stringMatching(/^Checkout .{100,150}…$/) },
  },
  {
    what: 'keeps times in UTC',
    source: 'syncrona mirror-analyses.md M9',
    ...defaults({ due_date: '2025-10-27 10:00:00' }),
    ...created,
    holds: { due_date: '2025-10-27 10:00:00' },
  },
];
