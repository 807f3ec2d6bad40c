import { type Choices, columnsOf } from './column.ts';
import type { TableDefinition } from './table.ts';
import { levels, lookedUpPriority } from './task-table.ts';

const state = { 1: 'New', 2: 'In Progress', 3: 'On Hold', 6: 'Resolved', 7: 'Closed', 8: 'Canceled' };

const category = {
  inquiry: 'Inquiry / Help',
  software: 'Software',
  hardware: 'Hardware',
  network: 'Network',
  database: 'Database',
  // Not in the base system: an administrator adds it who sets up this integration, whose config has it by default.
  'RCA Analysis': 'RCA Analysis',
};

const subcategories: Readonly<Record<string, Choices>> = {
  inquiry: { antivirus: 'Antivirus', email: 'Email', 'internal application': 'Internal Application' },
  software: { email: 'Email', os: 'Operating System' },
  hardware: { cpu: 'CPU', disk: 'Disk', keyboard: 'Keyboard', memory: 'Memory', monitor: 'Monitor', mouse: 'Mouse' },
  network: { dhcp: 'DHCP', dns: 'DNS', 'ip address': 'IP Address', vpn: 'VPN', wireless: 'Wireless' },
  database: { db2: 'DB2', 'sql server': 'MS SQL Server', oracle: 'Oracle' },
};

/** The base system's codes since Utah (ansible-collections/servicenow.itsm#296). Older instances have others. */
const closeCodes: readonly string[] = [
  'Duplicate',
  'Known error',
  'No resolution provided',
  'Resolved by caller',
  'Resolved by change',
  'Resolved by problem',
  'Resolved by request',
  'Solution provided',
  'Workaround provided',
  'User error',
];

export const incidentTable: TableDefinition = {
  label: 'Incident',
  extends: 'task',
  states: {
    prefix: 'INC',
    initial: '1',
    resolved: ['6'],
    closed: ['7', '8'],
    canceled: ['8'],
    mirror: 'incident_state',
    looksUpPriority: true,
  },
  columns: {
    ...columnsOf('business_impact business_stc calendar_stc cause origin_id origin_table', { kind: 'text' }),
    ...columnsOf('reopened_time resolved_at', { kind: 'text', type: 'glide_date_time' }),
    ...columnsOf('reopened_by resolved_by', { kind: 'reference', table: 'sys_user' }),
    notify: { kind: 'text', type: 'integer', initial: '1' },
    reopen_count: { kind: 'text', type: 'integer', initial: '0' },
    child_incidents: { kind: 'system', type: 'integer', initial: '0' },
    caller_id: { kind: 'reference', table: 'sys_user', label: 'Caller', mandatory: true },
    parent_incident: { kind: 'reference', table: 'incident', label: 'Parent Incident' },
    problem_id: { kind: 'reference', table: 'problem', label: 'Problem' },
    rfc: { kind: 'reference', table: 'change_request', label: 'Change Request' },
    caused_by: { kind: 'reference', table: 'change_request', label: 'Caused by Change' },
    category: { kind: 'text', choices: category },
    subcategory: {
      kind: 'text',
      choices: Object.assign({}, ...Object.values(subcategories)),
      choicesBy: subcategories,
      dependsOn: 'category',
    },
    close_code: {
      kind: 'text',
      label: 'Resolution code',
      choices: Object.fromEntries(closeCodes.map(code => [code, code])),
    },
    // 2 was Awaiting Evidence in an older state model, and is no choice any more.
    hold_reason: {
      kind: 'text',
      type: 'integer',
      label: 'On hold reason',
      choices: { 1: 'Awaiting Caller', 3: 'Awaiting Problem', 4: 'Awaiting Vendor', 5: 'Awaiting Change' },
    },
    severity: { kind: 'text', type: 'integer', initial: '3', choices: levels },
    incident_state: { kind: 'text', type: 'integer', initial: '1', choices: state },
  },
  overrides: {
    state: { kind: 'text', type: 'integer', initial: '1', choices: state },
    close_notes: { kind: 'text', label: 'Resolution notes' },
    priority: lookedUpPriority,
  },
};
