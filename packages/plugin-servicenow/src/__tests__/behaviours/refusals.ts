import { servicenowFaults } from '@itsm-bridge/testkit';
import { type CreateBehaviour, created, defaults, failed } from './behaviour.ts';

const closedTable = {
  message: 'User Not Authorized',
  detail: 'Failed API level ACL Validation',
};

export const refusals: readonly CreateBehaviour[] = [
  {
    what: 'aborts by a business rule, 403',
    source: 'KB0813377; measured by several',
    post: servicenowFaults.businessRuleAbort(),
    ...failed('rejected'),
    says: /aborted by Business Rule 'Stop what nobody owns/,
  },
  {
    what: 'has a data policy that misses fields, 403',
    source: 'DefectDojo docs; servicenow-mcp PR#73',
    ...defaults({ state: '6' }),
    ...failed('rejected'),
    says: /Resolution code, Resolution notes/,
  },
  {
    what: 'denies inserts by an ACL, 403',
    source: 'measured: table write ACL',
    options: { acl: { denied: { incident: ['create'] } } },
    ...failed('auth'),
  },
  {
    what: 'closes the table to REST, 403',
    source: 'KB0686244; measured on a developer instance',
    post: { kind: 'status', status: 403, body: { error: closedTable, status: 'failure' } },
    ...failed('auth'),
  },
  {
    what: 'is behind a filter that answers one request with a page, 403',
    source: 'open: web application firewalls, access control by address',
    post: { kind: 'status', status: 403, body: '<html>Request blocked</html>' },
    ...created,
  },
  {
    what: 'does not have the table, 400',
    source: 'syncrona mirror-analyses.md M1a',
    members: { table: 'u_none' },
    ...failed('rejected'),
  },
  {
    what: 'does not know the user, 401',
    source: 'syncrona mirror-analyses.md M1b',
    members: { password: 'wrong' },
    ...failed('auth'),
  },
  {
    what: 'refuses basic sign-in, 401',
    source: 'SNCRestrictBasicAuthUserAuthenticationGate',
    options: { basic: 'refused' },
    ...failed('auth'),
  },
];
