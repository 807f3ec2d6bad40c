import { expect } from 'vitest';
import { type ChangeBehaviour, denied } from './behaviour.ts';

const network = { fields: { category: 'network' } };
const updated = { makes: 'updated' } as const;
const rejected = { makes: 'failed: rejected' } as const;

export const fieldChanges: readonly ChangeBehaviour[] = [
  {
    what: 'discards every field that was sent, by ACLs, and answers 200',
    source: 'measured: field write ACL',
    ...denied('write', 'category'),
    change: network,
    ...rejected,
    says: /answered 200 and kept nothing/,
    holds: { category: '' },
  },
  {
    what: 'discards one of two fields, by an ACL',
    source: 'measured: field write ACL',
    ...denied('write', 'category'),
    change: { fields: { category: 'network', contact_type: 'phone' } },
    makes: 'updated: field-dropped',
    holds: { category: '', contact_type: 'phone' },
  },
  {
    what: 'keeps a field that an ACL protects from being emptied',
    source: 'measured: field write ACL',
    ...denied('write', 'impact'),
    change: { fields: { impact: '', contact_type: 'phone' } },
    makes: 'updated: field-kept',
    holds: { impact: '3', contact_type: 'phone' },
  },
  {
    what: 'empties a field that is set to nothing',
    source: 'c_TableAPI.md; KB0534905',
    others: { contact_type: 'phone' },
    change: { fields: { contact_type: '' } },
    ...updated,
    holds: { contact_type: '' },
  },
  {
    what: 'ignores the only field, which the table does not have',
    source: 'open: reported by many; kibana PR#201948',
    change: { fields: { u_none: 'x' } },
    ...rejected,
  },
  {
    what: 'stores what is no choice, the only field of a change',
    source: 'open: sys_choice',
    change: { fields: { category: 'Odd one' } },
    makes: 'updated: not-a-choice',
    holds: { category: 'Odd one' },
  },
  {
    what: 'has no group of that name, and a fallback for it',
    source: 'third-hand: unresolvable values',
    members: { references: { assignment_group: { fallback: 'Service Desk' } } },
    change: { fields: { assignment_group: 'No such group' } },
    makes: 'updated: unresolved-reference',
    holds: { assignment_group: expect.stringMatching(/^[0-9a-f]{32}$/) },
  },
  {
    what: 'keeps a state that an ACL protects, whose digits the new one begins with',
    source: 'measured: field write ACL',
    ...denied('write', 'state'),
    change: { fields: { state: '10' } },
    ...rejected,
    says: /state: sent "10", stored "1"/,
    holds: { state: '1' },
  },
  {
    what: 'has a business rule that writes over all of a change',
    source: 'open: rules of the customer',
    options: {
      rules: [{ table: 'incident', name: 'Triage', when: 'update', change: row => ({ ...row, category: 'software' }) }],
    },
    change: network,
    ...rejected,
    says: /kept nothing .*sent "network", stored "software"/,
    holds: { category: 'software' },
  },
  {
    what: 'computes another priority from what it is changed to',
    source: 'community 2294101',
    options: { priorityMatrix: { '1': { '1': '2' } } },
    change: { fields: { priority: '1' } },
    makes: 'updated: field-changed',
    holds: { priority: '2' },
  },
  {
    what: 'computes the priority, which a change names by its label',
    source: 'community 2294101; open: sys_choice',
    change: { fields: { priority: '1 - Critical' } },
    ...updated,
    holds: { impact: '1', urgency: '1', priority: '1' },
  },
];
