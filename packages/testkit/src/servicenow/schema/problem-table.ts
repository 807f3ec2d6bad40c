import { columnsOf } from './column.ts';
import type { TableDefinition } from './table.ts';
import { lookedUpPriority } from './task-table.ts';

/** Since Madrid, as the problem module of ansible-collections/servicenow.itsm maps them. */
const state = {
  101: 'New',
  102: 'Assess',
  103: 'Root Cause Analysis',
  104: 'Fix in Progress',
  106: 'Resolved',
  107: 'Closed',
};

export const problemTable: TableDefinition = {
  label: 'Problem',
  extends: 'task',
  states: {
    prefix: 'PRB',
    initial: '101',
    resolved: ['106'],
    closed: ['107'],
    mirror: 'problem_state',
    looksUpPriority: true,
  },
  columns: {
    ...columnsOf('cause_notes fix_notes review_outcome workaround subcategory', { kind: 'text' }),
    ...columnsOf('confirmed_at fix_communicated_at reopened_at resolved_at workaround_communicated_at', {
      kind: 'text',
      type: 'glide_date_time',
    }),
    ...columnsOf('confirmed_by fix_communicated_by reopened_by resolved_by workaround_communicated_by', {
      kind: 'reference',
      table: 'sys_user',
    }),
    ...columnsOf('known_error major_problem workaround_applied', { kind: 'text', type: 'boolean', initial: 'false' }),
    reopen_count: { kind: 'text', type: 'integer' },
    related_incidents: { kind: 'system', type: 'integer' },
    duplicate_of: { kind: 'reference', table: 'problem' },
    first_reported_by_task: { kind: 'reference', table: 'task' },
    rfc: { kind: 'reference', table: 'change_request', label: 'Change Request' },
    category: {
      kind: 'text',
      choices: { software: 'Software', hardware: 'Hardware', network: 'Network', database: 'Database' },
    },
    resolution_code: {
      kind: 'text',
      choices: {
        fix_applied: 'Fix Applied',
        risk_accepted: 'Risk Accepted',
        duplicate: 'Duplicate',
        canceled: 'Canceled',
      },
    },
    problem_state: { kind: 'text', type: 'integer', initial: '101', choices: state },
  },
  overrides: {
    state: { kind: 'text', type: 'integer', initial: '101', choices: state },
    priority: lookedUpPriority,
  },
};
