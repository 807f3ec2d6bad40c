import { servicenowFaults } from '@itsm-bridge/testkit';
import type { ChangeBehaviour } from './behaviour.ts';

const network = { fields: { category: 'network' } };
const onHold = { state: 'On Hold', hold_reason: 'Awaiting Caller' };
const closedByOthers = { state: '7', close_code: 'Solution provided', close_notes: 'Done.' };
const updated = { makes: 'updated' } as const;
const rejected = { makes: 'failed: rejected' } as const;

/** What rules, ACLs, others and the state of the record make of a change of its fields. */
export const recordChanges: readonly ChangeBehaviour[] = [
  {
    what: 'aborts an update by a business rule, 403',
    source: 'KB0813377; measured by several',
    options: { rules: [{ table: 'incident', name: 'Freeze', when: 'update', abort: () => true }] },
    change: network,
    ...rejected,
    says: /aborted by Business Rule 'Freeze/,
    holds: { category: '' },
  },
  {
    what: 'lets nobody change a record like this one, by an ACL, 403',
    source: 'measured: table write ACL',
    options: { acl: { denied: { incident: ['write'] } } },
    change: network,
    ...rejected,
    says: /ACL Exception Update Failed/,
    holds: { category: '' },
  },
  {
    what: 'has the record no longer, 404',
    source: 'measured: rapid7 fixture',
    others: 'delete',
    change: network,
    ...rejected,
  },
  {
    what: 'hides the record by an ACL, 404',
    source: 'measured: rapid7 fixture',
    options: { acl: { read: { incident: 'hidden' } } },
    change: network,
    ...rejected,
    says: /ACL restricts the record retrieval/,
    holds: { category: '' },
  },
  {
    what: 'changes a record that others have closed',
    source: 'kibana#147353, #162557',
    others: closedByOthers,
    change: network,
    ...updated,
    holds: { state: '7', category: 'network' },
  },
  {
    what: 'wants a comment with Awaiting Caller',
    source: 'docs c_IncidentManagementStateModel.md',
    change: { fields: onHold },
    ...rejected,
    says: /Additional comments/,
    holds: { state: '1' },
  },
  {
    what: 'takes a state by its value, and no label',
    source: 'docs c_IncidentManagementStateModel.md',
    change: { fields: { ...onHold, comments: 'Please tell us more.' } },
    ...updated,
    holds: { state: '3', incident_state: '3', hold_reason: '1' },
  },
  {
    what: 'queues an update on a session, 202, and drops it',
    source: 'KB3047080 §5.4',
    change: network,
    write: servicenowFaults.accepted(false),
    ...updated,
    holds: { category: 'network' },
  },
  {
    what: 'answers an update with its hibernating page, 200',
    source: 'kafka-docker-playground#8777',
    change: network,
    write: servicenowFaults.hibernating(),
    ...updated,
    holds: { category: 'network' },
  },
];
