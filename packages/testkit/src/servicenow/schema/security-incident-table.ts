import { columnsOf } from './column.ts';
import type { TableDefinition } from './table.ts';
import { levels } from './task-table.ts';

/**
 * NIST Stateful, the default process of Security Incident Response. The values 3, 7, 10, 16, 18 and 19 are those that
 * demisto/content (ServiceNowv2) maps; the names of all are in the product's "Process definition".
 */
const state = {
  10: 'Draft',
  16: 'Analysis',
  18: 'Contain',
  19: 'Eradicate',
  20: 'Recover',
  100: 'Review',
  3: 'Closed',
  7: 'Cancelled',
};

export const securityIncidentTable: TableDefinition = {
  label: 'Security Incident',
  extends: 'task',
  states: { prefix: 'SIR', initial: '10', closed: ['3', '7'], canceled: ['7'] },
  columns: {
    ...columnsOf('attack_vector risk_score subcategory substate', { kind: 'text' }),
    affected_user: { kind: 'reference', table: 'sys_user' },
    change_request: { kind: 'reference', table: 'change_request' },
    incident: { kind: 'reference', table: 'incident' },
    problem: { kind: 'reference', table: 'problem' },
    parent_security_incident: { kind: 'reference', table: 'sn_si_incident' },
    business_criticality: {
      kind: 'text',
      type: 'integer',
      initial: '3',
      choices: { 1: '1 - Critical', 2: '2 - High', 3: '3 - Non-critical' },
    },
    severity: { kind: 'text', type: 'integer', initial: '3', choices: levels },
    // Instances fill these two with choices of their own; what is here stands for them.
    category: {
      kind: 'text',
      choices: {
        'Malicious code activity': 'Malicious code activity',
        'Denial of Service': 'Denial of Service',
        'Unauthorized access': 'Unauthorized access',
      },
    },
    close_code: {
      kind: 'text',
      choices: {
        'Threat mitigated': 'Threat mitigated',
        'False positive': 'False positive',
        'Not resolved': 'Not resolved',
      },
    },
  },
  overrides: { state: { kind: 'text', type: 'integer', initial: '10', choices: state } },
};
