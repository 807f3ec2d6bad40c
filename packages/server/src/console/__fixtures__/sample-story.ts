import type { AuditEntry, ItsmEvent } from '@itsm-bridge/core';
import { keyOf, minutesAgo } from './sample-deliveries.ts';

/** Put off, in doubt, and refused in the end. */
export const sampleEvents = (key: string): readonly ItsmEvent[] => {
  const identity = { key, jobId: 'rca-2026-01-31-4', integration: 'jira', platform: 'jira' };
  const rest = { dryRun: false, durationMs: 1200, warnings: [] };
  const event = (id: number, type: ItsmEvent['type'], ago: number, part: Partial<ItsmEvent> = {}): ItsmEvent => ({
    ...{ ...identity, ...rest, id: BigInt(id), type, at: minutesAgo(ago), attempt: id },
    ...part,
  });
  return [
    event(1, 'ticket-retrying', 27, {
      error: { kind: 'rate-limited', message: 'jira: 429 for POST /rest/api/3/issue, Retry-After 60.' },
      notBefore: minutesAgo(26),
    }),
    event(2, 'ticket-unknown', 26, {
      error: { kind: 'outcome-unknown', message: 'jira: The connection was closed before the answer came.' },
      notBefore: minutesAgo(20),
    }),
    event(3, 'ticket-failed', 20, {
      looked: 'absent',
      error: { kind: 'rejected', message: 'jira: 400: customfield_10041: Option "eu-west-9" is not valid.' },
      warnings: [
        { code: 'field-dropped', message: 'customfield_10077 is not on the screen of Incident, and was left out.' },
      ],
    }),
  ];
};

export const sampleAudit: readonly AuditEntry[] = [
  { id: 3n, at: minutesAgo(3), by: 'Kim', action: 'replay', key: keyOf(4), integration: 'jira' },
  {
    id: 2n,
    at: minutesAgo(64),
    by: 'Kim',
    action: 'pause',
    integration: 'servicenow-internal',
    detail: 'change freeze',
  },
  { id: 1n, at: minutesAgo(70), by: 'somebody at 192.0.2.7', action: 'sign-in refused', detail: 'wrong token' },
];
