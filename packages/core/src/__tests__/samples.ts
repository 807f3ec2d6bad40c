import type { Analysis, Severity } from '../analysis.ts';
import type { Connected } from '../connected.ts';
import type { DeliveryPolicy, Doubt, Integration, ItsmAdapter, TicketDraft, TicketRef } from '../contracts.ts';
import type { Lane } from '../lane/create-lane.ts';
import { noToll } from '../lane/toll.ts';
import { parseAnalysis } from '../parse-analysis.ts';
import { deliveryKey } from '../record/delivery-key.ts';
import { takesNothingOut } from '../redact/create-redactor.ts';

export const policy: DeliveryPolicy = {
  maxRetries: 3,
  baseMs: 1000,
  retryAfterCapMs: 60_000,
  onUnresolved: { critical: 'recreate', high: 'recreate', medium: 'review', low: 'review' },
  settleWindowMs: 75_000,
  leaseMs: 300_000,
  laterMs: [30_000, 300_000, 1_800_000, 7_200_000],
  onRecurrence: 'create',
  reopenWithinMs: 604_800_000,
  limits: { requestsPerSecond: undefined, concurrency: 4, ticketsPerHour: undefined },
};

export const integration: Integration = {
  name: 'servicenow',
  plugin: 'servicenow',
  enabled: true,
  decorators: [],
  settings: {},
  rules: { pluginRules: {}, defaults: {}, valueMaps: {}, customFields: {}, fields: {}, assignmentRules: [] },
  template: undefined,
  policy,
  transport: {
    connectTimeoutMs: 5000,
    readTimeoutMs: 60_000,
    maxResponseBytes: 1024 * 1024,
    proxy: undefined,
    tls: {},
  },
  audience: 'internal',
};

export const ticket: TicketRef = {
  id: '46e8b1c2',
  key: 'INC0012345',
  url: 'https://example.service-now.com/nav_to.do?uri=incident.do?sys_id=46e8b1c2',
  names: { sys_id: '46e8b1c2' },
};

export const analysisOf = (severity: Severity = 'critical', jobId = 'abc123'): Analysis =>
  parseAnalysis({ job: { id: jobId, title: 'Checkout requests time out', severity } });

export const keyOf = (jobId: string): string => deliveryKey({ environment: 'TEST', integration: 'servicenow', jobId });

export const draftOf = (analysis: Analysis = analysisOf()): TicketDraft => ({
  key: keyOf(analysis.job.id),
  title: analysis.job.title,
  body: { kind: 'markdown', root: { type: 'root', children: [] } },
  job: analysis.job,
  analysis,
  fields: {},
  warnings: [],
});

/** Always open: what a lane does is tested beside it. */
export const lane: Lane = {
  id: { environment: 'TEST', integration: 'servicenow' },
  toll: noToll,
  claiming: async () => () => {},
  probe: async () => false,
};

export const connectedTo = (adapter: ItsmAdapter, draft: Connected['draft'] = draftOf): Connected => ({
  integration,
  adapter,
  lane,
  redactor: takesNothingOut,
  keyOf,
  draft,
});

/** A doubt that an earlier run left behind: it sent at 10:00 and got no answer by 10:01. */
export const oldDoubt: Doubt = {
  from: new Date('2025-10-27T10:00:00Z'),
  until: new Date('2025-10-27T10:01:00Z'),
  answered: false,
};

export const notAborted: AbortSignal = new AbortController().signal;
