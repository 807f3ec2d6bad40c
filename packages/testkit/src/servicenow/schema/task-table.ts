import { columnsOf } from './column.ts';
import type { TableDefinition } from './table.ts';

const level = { 1: '1 - High', 2: '2 - Medium', 3: '3 - Low' };
const priority = { 1: '1 - Critical', 2: '2 - High', 3: '3 - Moderate', 4: '4 - Low', 5: '5 - Planning' };
const state = {
  '-5': 'Pending',
  1: 'Open',
  2: 'Work in Progress',
  3: 'Closed Complete',
  4: 'Closed Incomplete',
  7: 'Closed Skipped',
};
const channel = {
  chat: 'Chat',
  email: 'Email',
  phone: 'Phone',
  monitoring: 'Monitoring',
  'self-service': 'Self-service',
  virtual_agent: 'Virtual Agent',
  'walk-in': 'Walk-in',
};

/** What incidents, problems, changes and security incidents have in common. */
export const taskTable: TableDefinition = {
  label: 'Task',
  displayColumn: 'number',
  indexed: ['correlation_id'],
  states: { prefix: 'TASK', initial: '1', closed: ['3', '4', '7'], canceled: ['4', '7'] },
  columns: {
    ...columnsOf(
      `action_status additional_assignee_list approval_history business_duration calendar_duration close_notes
      comments_and_work_notes delivery_plan delivery_task description group_list order
      route_reason task_effective_number time_worked user_input watch_list
      work_notes_list`,
      { kind: 'text' },
    ),
    ...columnsOf(
      'activity_due approval_set closed_at due_date expected_start follow_up opened_at sla_due work_end work_start',
      { kind: 'text', type: 'glide_date_time' },
    ),
    approval: { kind: 'text', initial: 'not requested' },
    upon_approval: { kind: 'text', initial: 'proceed' },
    upon_reject: { kind: 'text', initial: 'cancel' },
    ...columnsOf('escalation reassignment_count', { kind: 'text', type: 'integer', initial: '0' }),
    knowledge: { kind: 'text', type: 'boolean', initial: 'false' },
    made_sla: { kind: 'text', type: 'boolean', initial: 'true' },
    ...columnsOf('assigned_to closed_by opened_by', { kind: 'reference', table: 'sys_user' }),
    assignment_group: { kind: 'reference', table: 'sys_user_group' },
    parent: { kind: 'reference', table: 'task' },
    cmdb_ci: { kind: 'reference', table: 'cmdb_ci', label: 'Configuration item' },
    business_service: { kind: 'reference', table: 'cmdb_ci_service', label: 'Service' },
    service_offering: { kind: 'reference', table: 'service_offering' },
    company: { kind: 'reference', table: 'core_company' },
    location: { kind: 'reference', table: 'cmn_location' },
    contract: { kind: 'reference', table: 'ast_contract' },
    universal_request: { kind: 'reference', table: 'universal_request' },
    work_notes: { kind: 'journal' },
    comments: { kind: 'journal', label: 'Additional comments' },
    number: { kind: 'system' },
    sys_domain: { kind: 'system', initial: 'global', label: 'Domain' },
    sys_domain_path: { kind: 'system', initial: '/', label: 'Domain Path' },
    short_description: { kind: 'text', maxLength: 160 },
    correlation_id: { kind: 'text', maxLength: 100, label: 'Correlation ID' },
    correlation_display: { kind: 'text', maxLength: 100 },
    contact_type: { kind: 'text', label: 'Channel', choices: channel },
    active: { kind: 'text', type: 'boolean', initial: 'true' },
    impact: { kind: 'text', type: 'integer', initial: '3', choices: level },
    urgency: { kind: 'text', type: 'integer', initial: '3', choices: level },
    priority: { kind: 'text', type: 'integer', initial: '4', choices: priority },
    state: { kind: 'text', type: 'integer', initial: '1', choices: state },
  },
};

/** In the base system a data lookup decides the priority of incidents and problems, whatever was sent. */
export const lookedUpPriority = { kind: 'system', type: 'integer', choices: priority } as const;

/** The choices of impact, urgency and severity. */
export const levels = level;
