import type { DeliveryRecord, DeliveryStatus, Severity } from '@itsm-bridge/core';

export const sampleNow = new Date('2026-01-31T10:00:00Z');
export const minutesAgo = (minutes: number): Date => new Date(sampleNow.getTime() - minutes * 60_000);

export const keyOf = (number: number): string => `itsm-${String(number).padStart(32, '0')}`;

/** A delivery as the ledger has it. */
export function sampleDelivery(number: number, part: Partial<DeliveryRecord> = {}): DeliveryRecord {
  const integration = part.integration ?? 'jira';
  const minutes = part.createdAt ? 0 : number * 7;
  return {
    key: keyOf(number),
    jobId: `rca-2026-01-31-${number}`,
    environment: 'production',
    integration,
    platform: integration.startsWith('servicenow') ? 'servicenow' : 'jira',
    status: 'created',
    severity: 'high',
    title: `Job ${number}`,
    twins: [],
    attempts: 1,
    rounds: 0,
    warnings: [],
    createdAt: minutesAgo(minutes),
    updatedAt: minutesAgo(Math.max(0, minutes - 1)),
    ...part,
  };
}

const ticket = (key: string) => ({ id: key, key, url: `https://tickets.example/${key}`, names: {} });

type Line = readonly [DeliveryStatus, Severity, string, string, (string | undefined)?, string?];

/** One of each kind, as an evening of a large outage has them. */
const lines: readonly Line[] = [
  ['sending', 'critical', 'Checkout answers 503: connection pool of orders-db exhausted', 'servicenow'],
  [
    'pending',
    'critical',
    'Checkout answers 503: connection pool of orders-db exhausted',
    'jira',
    undefined,
    'jira: The hourly limit of 60 tickets is reached; there is room at 10:14:00.',
  ],
  [
    'needs_review',
    'high',
    'Certificate of the edge proxies expired in eu-west',
    'servicenow',
    undefined,
    'servicenow: The answer to the request never came, and a look-up after the settle window could not tell whether the incident exists.',
  ],
  [
    'failed',
    'high',
    'Certificate of the edge proxies expired in eu-west',
    'jira',
    undefined,
    'jira: 400 for POST /rest/api/3/issue: customfield_10041: Option "eu-west-9" is not valid. Choose one of eu-west-1, eu-west-2.',
  ],
  [
    'unknown',
    'medium',
    'Webhook deliveries delayed by up to 40 minutes',
    'jira',
    undefined,
    'jira: The connection was closed before the answer came.',
  ],
  [
    'created',
    'critical',
    'Production database directory removed on the primary; 6 h 40 min of writes lost',
    'servicenow',
    'INC0010042',
  ],
  [
    'created',
    'critical',
    'Production database directory removed on the primary; 6 h 40 min of writes lost',
    'jira',
    'OPS-118',
  ],
  ['found', 'medium', 'Disk of the log store full again', 'jira', 'OPS-97'],
  ['created', 'low', 'Nightly export took 3 h instead of 20 min', 'servicenow-internal', 'CHG0000117'],
  ['created', 'high', 'Regular expression of the firewall took all CPU of the edge', 'jira', 'OPS-116'],
];

export const sampleDeliveries = (): readonly DeliveryRecord[] =>
  lines.map(([status, severity, title, integration, key, message], index) =>
    sampleDelivery(index + 1, {
      ...{ status, severity, title, integration },
      ...(key ? { ticket: ticket(key) } : {}),
      ...(message ? { error: { kind: status === 'failed' ? 'rejected' : 'outcome-unknown', message } } : {}),
      ...(status === 'pending' ? { notBefore: new Date(sampleNow.getTime() + 14 * 60_000) } : {}),
    }),
  );
