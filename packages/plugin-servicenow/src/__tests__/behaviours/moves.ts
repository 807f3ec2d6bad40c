import { servicenowFaults } from '@itsm-bridge/testkit';
import { type ChangeBehaviour, denied } from './behaviour.ts';

const resolved = { state: '6', close_code: 'Solution provided' };
const closed = { state: '7', close_code: 'Solution provided', close_notes: 'Done.' };
const rejected = { makes: 'failed: rejected' } as const;

/** Into the state that counts as done, and out of it. */
export const moves: readonly ChangeBehaviour[] = [
  {
    what: 'wants code and notes with Resolved, by a data policy',
    source: 'docs c_IncidentManagementStateModel.md',
    change: { resolve: true },
    makes: 'updated',
    holds: resolved,
  },
  {
    what: 'wants a code, and is given none, 403',
    source: 'DefectDojo docs; servicenow-mcp PR#73',
    members: { resolve: { close_code: '', close_notes: '' } },
    change: { resolve: true },
    ...rejected,
    says: /mandatory: Resolution code, Resolution notes/,
    holds: { state: '1' },
  },
  {
    what: 'has other resolution codes than the base system',
    source: 'ansible servicenow.itsm#296, #412',
    options: { closeCodes: ['Solved (Permanently)'] },
    change: { resolve: true },
    ...rejected,
    says: /Resolution code/,
    holds: { state: '1' },
  },
  {
    what: 'discards the state, by an ACL, and answers 200',
    source: 'measured: field write ACL',
    ...denied('write', 'state'),
    change: { resolve: true },
    ...rejected,
    says: /left INC\d+ in state 1/,
    holds: { state: '1' },
  },
  {
    what: 'discards the resolution notes, by an ACL, and wants none',
    source: 'measured: field write ACL',
    options: { ...denied('write', 'close_notes').options, basePolicies: false },
    change: { resolve: true },
    makes: 'updated: field-dropped',
    holds: { ...resolved, close_notes: '' },
  },
  {
    what: 'does not show the state',
    source: 'open: field read ACL',
    ...denied('read', 'state'),
    change: { resolve: true },
    makes: 'failed: config',
    holds: { state: '1' },
  },
  {
    what: 'has a rule that closes what is resolved',
    source: 'open: rules of the customer',
    options: {
      rules: [{ table: 'incident', name: 'Close', when: 'update', change: row => ({ ...row, state: '7' }) }],
    },
    change: { resolve: true },
    makes: 'updated: field-changed',
    holds: { state: '7' },
  },
  {
    what: 'has the record closed by others',
    source: 'kibana#147353, #162557',
    others: closed,
    change: { resolve: true },
    makes: 'updated: already-there',
    holds: closed,
  },
  {
    what: 'loses the answer after its work',
    source: 'hyperdx PR#2534',
    change: { resolve: true },
    write: { kind: 'drop', commit: true },
    makes: 'updated',
    holds: resolved,
  },
  {
    what: 'discards the resolution notes, by an ACL, and loses the answer after its work',
    source: 'measured: field write ACL; hyperdx PR#2534',
    options: { ...denied('write', 'close_notes').options, basePolicies: false },
    change: { resolve: true },
    write: { kind: 'drop', commit: true },
    makes: 'updated: field-dropped',
    holds: { ...resolved, close_notes: '' },
  },
  {
    what: 'cancels by quota in the answer, 200 with broken JSON',
    source: 'KB1297438, KB0866547',
    change: { resolve: true },
    write: servicenowFaults.quotaCancelled(true),
    makes: 'updated',
    holds: resolved,
  },
  {
    what: 'opens again what others have closed',
    source: 'kibana#147353, #162557',
    others: closed,
    change: { reopen: true },
    makes: 'updated',
    holds: { state: '2' },
  },
  {
    what: 'has a rule by which closed stays closed',
    source: 'open: rules of the customer',
    options: {
      rules: [
        {
          table: 'incident',
          name: 'Stay closed',
          when: 'update',
          change: row => (row.reopen_count === '1' ? { ...row, state: '7' } : row),
        },
      ],
    },
    others: closed,
    change: { reopen: true },
    ...rejected,
    says: /left INC\d+ in state 7/,
    holds: { state: '7' },
  },
  {
    what: 'has the record no longer, 404',
    source: 'measured: rapid7 fixture',
    others: 'delete',
    change: { reopen: true },
    ...rejected,
    says: /not there any more/,
  },
];
