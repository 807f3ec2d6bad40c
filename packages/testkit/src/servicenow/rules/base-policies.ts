import type { DataPolicy } from './rule-options.ts';

const inState =
  (...states: readonly string[]): DataPolicy['when'] =>
  row =>
    states.includes(row.state ?? '');

const solvedAs =
  (code: string): DataPolicy['when'] =>
  row =>
    ['106', '107'].includes(row.state ?? '') && row.resolution_code === code;

/**
 * What the base system insists on. Incidents: the product's state model. Problems: the data policies of Madrid, as the
 * problem module of ansible-collections/servicenow.itsm follows them (since Yokohama an accepted risk may want fix_notes,
 * its issue 448). Changes: that collection's change_request module. Security incidents: "Process definition".
 */
export const basePolicies: readonly DataPolicy[] = [
  { table: 'incident', when: inState('6', '7'), mandatory: ['close_code', 'close_notes'] },
  { table: 'incident', when: inState('3'), mandatory: ['hold_reason'] },
  {
    table: 'incident',
    when: (row, before) => waitsForCaller(row) && !(before && waitsForCaller(before)),
    mandatory: ['comments'],
  },
  { table: 'problem', when: inState('102', '103', '104', '106', '107'), mandatory: ['assigned_to'] },
  { table: 'problem', when: inState('104'), mandatory: ['cause_notes', 'fix_notes'] },
  { table: 'problem', when: inState('106', '107'), mandatory: ['resolution_code'] },
  { table: 'problem', when: solvedAs('fix_applied'), mandatory: ['cause_notes', 'fix_notes'] },
  { table: 'problem', when: solvedAs('risk_accepted'), mandatory: ['cause_notes', 'close_notes'] },
  { table: 'problem', when: solvedAs('canceled'), mandatory: ['close_notes'] },
  { table: 'problem', when: solvedAs('duplicate'), mandatory: ['duplicate_of'] },
  { table: 'change_request', when: inState('-4', '-3', '-2', '-1', '0', '3'), mandatory: ['assignment_group'] },
  { table: 'change_request', when: inState('3'), mandatory: ['close_code', 'close_notes'] },
  { table: 'sn_si_incident', when: inState('3'), mandatory: ['close_code', 'close_notes'] },
];

function waitsForCaller({ state, hold_reason }: Readonly<Record<string, string>>): boolean {
  return state === '3' && hold_reason === '1';
}
