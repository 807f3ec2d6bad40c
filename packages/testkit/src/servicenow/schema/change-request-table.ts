import { columnsOf } from './column.ts';
import type { TableDefinition } from './table.ts';

/** The base system's states, as demisto/content (ServiceNowv2) and ansible-collections/servicenow.itsm map them. */
const state = {
  '-5': 'New',
  '-4': 'Assess',
  '-3': 'Authorize',
  '-2': 'Scheduled',
  '-1': 'Implement',
  0: 'Review',
  3: 'Closed',
  4: 'Canceled',
};

export const changeRequestTable: TableDefinition = {
  label: 'Change Request',
  extends: 'task',
  states: { prefix: 'CHG', initial: '-5', closed: ['3', '4'], canceled: ['4'] },
  columns: {
    ...columnsOf(
      `backout_plan implementation_plan justification on_hold_reason phase phase_state reason review_comments
      risk_impact_analysis scope test_plan`,
      { kind: 'text' },
    ),
    ...columnsOf('end_date review_date start_date', { kind: 'text', type: 'glide_date_time' }),
    ...columnsOf('on_hold outside_maintenance_schedule production_system unauthorized', {
      kind: 'text',
      type: 'boolean',
      initial: 'false',
    }),
    requested_by: { kind: 'reference', table: 'sys_user' },
    type: {
      kind: 'text',
      initial: 'normal',
      choices: { normal: 'Normal', standard: 'Standard', emergency: 'Emergency' },
    },
    category: {
      kind: 'text',
      initial: 'Other',
      choices: {
        Hardware: 'Hardware',
        Software: 'Software',
        Network: 'Network',
        'Applications Software': 'Applications Software',
        Other: 'Other',
      },
    },
    risk: { kind: 'text', type: 'integer', initial: '3', choices: { 2: 'High', 3: 'Moderate', 4: 'Low' } },
    close_code: {
      kind: 'text',
      choices: {
        successful: 'Successful',
        successful_issues: 'Successful with issues',
        unsuccessful: 'Unsuccessful',
      },
    },
  },
  overrides: { state: { kind: 'text', type: 'integer', initial: '-5', choices: state } },
};
