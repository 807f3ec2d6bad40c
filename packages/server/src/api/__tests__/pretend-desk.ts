import {
  type Approval,
  type AuditEntry,
  type Delivery,
  type DeliveryRecord,
  type DryRunRecord,
  ItsmError,
} from '@itsm-bridge/core';
import type { Desk } from '../../desk.ts';

const at = new Date('2025-10-27T10:30:00.000Z');
const identity = { key: 'itsm-1', jobId: 'abc123', integration: 'jira', platform: 'jira' };
const ticket = { id: '10017', key: 'OPS-17', url: 'https://ops.example/browse/OPS-17', names: { jira_key: 'OPS-17' } };
const warnings = [{ code: 'field-dropped', message: 'No field "x".', field: 'x' }];

export const record: DeliveryRecord = {
  ...identity,
  ...{ environment: 'default', status: 'created', severity: 'high', title: 'Checkout', ticket, twins: [], attempts: 1 },
  ...{ rounds: 0, warnings, createdAt: at, updatedAt: at },
};
export const delivery: Delivery = {
  ...identity,
  ...{
    status: 'created',
    success: true,
    existing: true,
    ticket,
    attempts: 1,
    durationMs: 412,
    dryRun: false,
    warnings,
  },
};
export const dryRun: DryRunRecord = {
  ...identity,
  environment: 'default',
  ...{ id: 7n, severity: 'high', title: 'Checkout', at, payload: { summary: 'x' }, warnings, unresolved: ['priority'] },
};
export const decision = { kind: 'rejected', by: 'bob', at, reason: 'a duplicate' } as const;
const audit: AuditEntry = {
  id: 3n,
  at,
  by: 'ada',
  action: 'pause',
  integration: 'jira',
  detail: 'from the page',
};

/** What it was asked, in order. */
export type Told = (readonly [call: string, ...rest: unknown[]])[];

/** A desk with one delivery, one dry run and one lane, which tells what it was asked. */
export function pretendDesk(approval: Approval, told: Told): Desk {
  const tell = <Result>(call: string, result: Result, ...rest: unknown[]): Promise<Result> => {
    told.push([call, ...rest]);
    return Promise.resolve(result);
  };
  const depth = { pending: 2, sending: 0, unknown: 1, failed: 0, needsReview: 1, oldestPendingMs: 61_400 };
  const event = { ...identity, id: 9_007_199_254_740_993n, type: 'ticket-created' as const, at, dryRun: false };
  return {
    deliveries: async query => (query?.key === identity.key ? [record] : []),
    search: query => tell('search', { records: [record], next: 'n1' }, query),
    async delivery(key) {
      if (key !== identity.key) throw new ItsmError('input', `Nothing is on record under ${key}.`);
      return {
        ...{ record, analysis: { job: {} }, sent: { payload: { summary: 'x' }, at } },
        events: [{ ...event, attempt: 1, durationMs: 412, ticket, warnings }],
        changes: [{ changeId: 'c1', kind: 'note', status: 'applied', attempts: 1, createdAt: at, updatedAt: at }],
        ...{ dryRuns: [{ ...dryRun, decision }], audit: [audit] },
      };
    },
    approve: (key, options) => tell('approve', delivery, key, options),
    reject: (key, options) => tell('reject', record, key, options),
    async *replay(query, options) {
      yield await tell('replay', delivery, query, options);
    },
    link: (key, options) => tell('link', record, key, options),
    rehearsals: query => tell('rehearsals', { records: [dryRun], next: 'n2' }, query),
    countWaiting: async () => 1,
    async rehearsal(id) {
      if (id !== 7n) throw new ItsmError('input', `There is no dry run ${id}.`);
      return dryRun;
    },
    approveRehearsal: (id, options) => tell('approveRehearsal', approval, id, options),
    rejectRehearsal: (id, options) => tell('rejectRehearsal', { ...dryRun, decision }, id, options),
    integrations: ['jira'],
    lanes: async () => [{ integration: 'jira', depth }],
    activity: async () => [],
    pause: (name, by) => tell('pause', undefined, name, by),
    resume: (name, by) => tell('resume', undefined, name, by),
    audit: query => tell('audit', { entries: [audit] }, query),
  };
}
