import { type Columns, columnsOf, systemColumns } from './column.ts';

const level = { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' };
const state = { 1: 'New', 2: 'In Progress', 3: 'On Hold', 6: 'Resolved', 7: 'Closed', 8: 'Canceled' };
const priority = { 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low', 5: '5 - Planning' };

/** The columns of incident in the base system. */
export const incidentColumns: Columns = {
  ...columnsOf(
    `action_status active activity_due additional_assignee_list approval approval_history approval_set
    business_duration business_impact business_stc calendar_duration calendar_stc category cause close_code
    close_notes closed_at comments_and_work_notes contact_type delivery_plan delivery_task description due_date
    escalation expected_start follow_up group_list hold_reason knowledge made_sla notify opened_at order
    origin_id origin_table reassignment_count reopen_count reopened_time resolved_at route_reason severity sla_due
    subcategory task_effective_number time_worked upon_approval upon_reject user_input watch_list work_end
    work_notes_list work_start correlation_display`,
    { kind: 'text' },
  ),
  ...columnsOf('assignment_group', { kind: 'reference', table: 'sys_user_group' }),
  ...columnsOf('assigned_to caller_id closed_by opened_by reopened_by resolved_by', {
    kind: 'reference',
    table: 'sys_user',
  }),
  ...columnsOf('parent_incident', { kind: 'reference', table: 'incident' }),
  ...columnsOf('parent', { kind: 'reference', table: 'task' }),
  ...columnsOf('cmdb_ci', { kind: 'reference', table: 'cmdb_ci' }),
  ...columnsOf('business_service', { kind: 'reference', table: 'cmdb_ci_service' }),
  ...columnsOf('service_offering', { kind: 'reference', table: 'service_offering' }),
  ...columnsOf('company', { kind: 'reference', table: 'core_company' }),
  ...columnsOf('location', { kind: 'reference', table: 'cmn_location' }),
  ...columnsOf('problem_id', { kind: 'reference', table: 'problem' }),
  ...columnsOf('rfc caused_by', { kind: 'reference', table: 'change_request' }),
  ...columnsOf('contract', { kind: 'reference', table: 'ast_contract' }),
  ...columnsOf('universal_request', { kind: 'reference', table: 'universal_request' }),
  ...columnsOf('work_notes comments', { kind: 'journal' }),
  ...systemColumns,
  ...columnsOf('number child_incidents', { kind: 'system' }),
  sys_class_name: { kind: 'system', initial: 'incident', choices: { incident: 'Incident' } },
  sys_domain: { kind: 'system', initial: 'global' },
  sys_domain_path: { kind: 'system', initial: '/' },
  short_description: { kind: 'text', maxLength: 160 },
  correlation_id: { kind: 'text', maxLength: 100 },
  correlation_display: { kind: 'text', maxLength: 100 },
  active: { kind: 'text', initial: 'true' },
  impact: { kind: 'text', initial: '3', choices: level },
  urgency: { kind: 'text', initial: '3', choices: level },
  severity: { kind: 'text', initial: '3', choices: level },
  state: { kind: 'text', initial: '1', choices: state },
  incident_state: { kind: 'text', initial: '1', choices: state },
  // Read-only in the base system: the matrix decides it, whatever was sent.
  priority: { kind: 'system', choices: priority },
};
