import {
  type Decision,
  type DeliveryDetail,
  type DeliveryRecord,
  type DryRunRecord,
  ItsmError,
} from '@itsm-bridge/core';
import type { Desk } from '../../desk.ts';
import { sampleAnalysis } from './sample-analysis.ts';
import { minutesAgo, sampleDeliveries, sampleNow } from './sample-deliveries.ts';
import { sampleDryRun } from './sample-dry-run.ts';
import { sampleActivity, sampleLanes } from './sample-lanes.ts';
import { jiraPayload, servicenowPayload } from './sample-payloads.ts';
import { sampleAudit, sampleEvents } from './sample-story.ts';

/** A desk that keeps all in memory: what a ledger would say, and what was asked of it. */
export interface SampleDesk extends Desk {
  records: DeliveryRecord[];
  dryRuns: DryRunRecord[];
  details: Partial<DeliveryDetail>;
  /** `approve itsm-… by Kim` */
  readonly asked: string[];
  /** Of what is sent from now on there is another payload. */
  changedPayload: unknown;
}

export function sampleDesk(): SampleDesk {
  const title = 'Certificate of the edge proxies expired in eu-west';
  const asked: string[] = [];
  const find = (key: string): DeliveryRecord => {
    const record = desk.records.find(each => each.key === key);
    if (!record) throw new ItsmError('input', `Nothing is on record under ${key}.`);
    return record;
  };
  const put = (key: string, part: Partial<DeliveryRecord>): DeliveryRecord => {
    desk.records = desk.records.map(each => (each.key === key ? { ...each, ...part } : each));
    return find(key);
  };
  const rehearsal = (id: bigint): DryRunRecord => {
    const found = desk.dryRuns.find(each => each.id === id);
    if (!found) throw new ItsmError('input', `There is no dry run ${id}.`);
    return found;
  };
  const decide = (id: bigint, decision: Omit<Decision, 'at'>): DryRunRecord => {
    desk.dryRuns = desk.dryRuns.map(each =>
      each.id === id ? { ...each, decision: { ...decision, at: sampleNow } } : each,
    );
    return rehearsal(id);
  };
  const made = (key: string) => ({ id: key, key: 'OPS-200', url: 'https://tickets.example/OPS-200', names: {} });
  const delivered = (record: Pick<DeliveryRecord, 'key' | 'jobId' | 'integration' | 'platform'>) => ({
    ...{ key: record.key, jobId: record.jobId, integration: record.integration, platform: record.platform },
    ...({
      status: 'created',
      success: true,
      existing: false,
      attempts: 1,
      durationMs: 1,
      dryRun: false,
      warnings: [],
    } as const),
    ticket: made(record.key),
  });
  const desk: SampleDesk = {
    ...{ records: [...sampleDeliveries()], asked, changedPayload: undefined, details: {} },
    dryRuns: [sampleDryRun(90n, 'servicenow', servicenowPayload(title)), sampleDryRun(91n, 'jira', jiraPayload(title))],
    async search({ text = '', statuses = [], severities = [], integrations = [], limit, after }) {
      const among = <Value>(all: readonly Value[], value: Value) => all.length === 0 || all.includes(value);
      const all = desk.records.filter(
        ({ status, severity, integration, jobId, title: words, ticket }) =>
          among(statuses, status) &&
          among(severities, severity) &&
          among(integrations, integration) &&
          `${jobId} ${words} ${ticket?.key}`.toLowerCase().includes(text.toLowerCase()),
      );
      const start = Number(after ?? 0);
      const rest = all.length > start + limit ? { next: String(start + limit) } : {};
      return { records: all.slice(start, start + limit), ...rest };
    },
    async delivery(key) {
      const record = find(key);
      const payload =
        record.platform === 'jira' ? jiraPayload(record.title ?? '') : servicenowPayload(record.title ?? '');
      const headers = { authorization: 'Basic [masked]', 'content-type': 'application/json' };
      const request = {
        method: 'POST',
        url: 'https://example.atlassian.net/rest/api/3/issue',
        headers,
        body: JSON.stringify(payload),
      } as const;
      return {
        ...{ record, analysis: sampleAnalysis, sent: { payload, at: minutesAgo(20), request } },
        ...{ events: sampleEvents(key), changes: [], dryRuns: [] },
        audit: sampleAudit.filter(entry => entry.key === key),
        ...desk.details,
      };
    },
    deliveries: async ({ key } = {}) => desk.records.filter(each => key === undefined || each.key === key),
    async *replay(query, { by } = {}) {
      if (!('key' in query)) return;
      const { key } = query;
      asked.push(`replay ${key} by ${by}`);
      put(key, { status: 'created', ticket: made(key) });
      yield delivered(find(key));
    },
    async approve(key, { by }) {
      asked.push(`approve ${key} by ${by}`);
      return delivered(put(key, { status: 'created', ticket: made(key) }));
    },
    async reject(key, { by, reason }) {
      asked.push(`reject ${key} by ${by}: ${reason}`);
      return put(key, { status: 'failed', error: { kind: 'discarded', message: `Rejected by ${by}: ${reason}` } });
    },
    async link(key, { by, ticket }) {
      if (!/^[A-Z]+-\d+$/.test(ticket)) throw new ItsmError('input', `${ticket} is not there.`);
      asked.push(`link ${key} to ${ticket} by ${by}`);
      return put(key, { status: 'found', ticket: { ...made(key), key: ticket } });
    },
    rehearsals: async () => ({ records: desk.dryRuns.filter(({ decision }) => !decision) }),
    countWaiting: async () =>
      desk.dryRuns.filter(({ decision }) => !decision).length +
      desk.records.filter(({ status }) => status === 'needs_review').length,
    rehearsal: async id => rehearsal(id),
    async approveRehearsal(id, { by }) {
      const shown = rehearsal(id);
      if (shown.decision) return { kind: 'decided', decision: shown.decision };
      if (desk.changedPayload !== undefined) {
        const now = { ...shown, id: id + 1000n, payload: desk.changedPayload };
        desk.dryRuns.push(now);
        desk.changedPayload = undefined;
        return { kind: 'changed', shown, now };
      }
      asked.push(`send ${id} by ${by}`);
      decide(id, { kind: 'approved', by });
      return { kind: 'delivered', delivery: delivered(shown) };
    },
    async rejectRehearsal(id, { by, reason }) {
      asked.push(`reject ${id} by ${by}: ${reason}`);
      return decide(id, { kind: 'rejected', by, ...(reason ? { reason } : {}) });
    },
    integrations: sampleLanes.map(({ integration }) => integration),
    lanes: async () => sampleLanes,
    activity: async () => sampleActivity,
    pause: async (integration, by) => void asked.push(`pause ${integration} by ${by}`),
    resume: async (integration, by) => void asked.push(`resume ${integration} by ${by}`),
    audit: async () => ({ entries: sampleAudit }),
  };
  return desk;
}
