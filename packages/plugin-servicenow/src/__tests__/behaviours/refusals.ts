import { servicenowFaults } from '@itsm-bridge/testkit';
import { type Behaviour, defaults, failed } from './behaviour.ts';

export const refusals: readonly Behaviour[] = [
  {
    what: 'aborts by a business rule',
    source: '403 "aborted by Business Rule"',
    post: servicenowFaults.businessRuleAbort(),
    ...failed('rejected'),
  },
  {
    what: 'has a data policy that misses fields',
    source: '403 "Data Policy Exception"',
    ...defaults({ state: '6' }),
    ...failed('rejected'),
  },
  {
    what: 'denies inserts by an ACL',
    source: '403 "ACL Exception Insert Failed"',
    post: servicenowFaults.aclRefusal('Insert'),
    ...failed('auth'),
  },
  {
    what: 'does not have the table',
    source: '400 "Invalid table"',
    members: { table: 'u_none' },
    ...failed('rejected'),
  },
  {
    what: 'does not know the user',
    source: '401 "User Not Authenticated"',
    members: { password: 'wrong' },
    ...failed('auth'),
  },
  {
    what: 'refuses basic sign-in',
    source: 'SNCRestrictBasicAuthUserAuthenticationGate',
    options: { basic: 'refused' },
    ...failed('auth'),
  },
];
