import { servicenowFaults } from '@itsm-bridge/testkit';
import { type CreateBehaviour, defaults, warned } from './behaviour.ts';

const aThousandOthers = Array.from({ length: 1_000 }, (_, index) => ({ name: 'u_other', value: `${index}` }));

/** What the tables beside the own one tell, or do not. */
export const sideTables: readonly CreateBehaviour[] = [
  {
    what: 'cannot read its dictionary in time, however often it is asked',
    source: 'KB1297438, KB0866547',
    ...defaults({ category: 'Network' }),
    beside: { on: 'GET /api/now/table/sys_dictionary', effect: servicenowFaults.quotaCancelledInQueue() },
    ...warned('not-looked-up'),
    says: /category: sent as written/,
    holds: { category: 'Network' },
  },
  {
    what: 'cannot look up groups, however often it is asked',
    source: 'KB1297438, KB0866547',
    ...defaults({ assignment_group: 'Network' }),
    beside: { on: 'GET /api/now/table/sys_user_group', effect: servicenowFaults.quotaCancelledInQueue() },
    ...warned('not-looked-up'),
    holds: { assignment_group: '' },
  },
  {
    what: 'answers for choices with the first page of the whole table, again and again',
    source: 'glide.invalid_query.returns_no_rows; open: a proxy that keeps X-Total-Count',
    ...defaults({ category: 'Network' }),
    beside: {
      on: 'GET /api/now/table/sys_choice',
      effect: { kind: 'status', status: 200, body: { result: aThousandOthers } },
    },
    ...warned('not-looked-up'),
    says: /rows that were not asked for/,
  },
  {
    what: 'does not show whether a user has left',
    source: 'open: field read ACL; glide.invalid_query.returns_no_rows',
    ...defaults({ caller_id: 'gone@x.example' }),
    options: {
      acl: { deniedFields: { 'sys_user.active': ['read'] } },
      records: { sys_user: [{ name: 'Gone', email: 'gone@x.example', active: 'false' }] },
    },
    ...warned('active-unknown'),
  },
  {
    what: 'does not have the column by which users are to be looked up',
    source: 'glide.invalid_query.returns_no_rows',
    members: { defaults: { caller_id: 'abel.tuter' }, references: { caller_id: { by: ['u_login'] } } },
    ...warned('unresolved-reference'),
    says: /sys_user has no u_login/,
  },
];
