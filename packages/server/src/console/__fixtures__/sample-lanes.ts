import type { LaneActivity, LaneReport } from '@itsm-bridge/core';
import { minutesAgo, sampleNow } from './sample-deliveries.ts';

const depth = { pending: 0, sending: 0, unknown: 0, needsReview: 0, failed: 0, oldestPendingMs: 0 };

/** One in trouble, one well, one paused. */
export const sampleLanes: readonly LaneReport[] = [
  {
    ...{ integration: 'jira', depth: { ...depth, pending: 12, unknown: 1, failed: 1, oldestPendingMs: 840_000 } },
    breaker: {
      ...{ since: minutesAgo(6), until: new Date(sampleNow.getTime() + 120_000) },
      error: { kind: 'held', message: 'jira: 503 for POST /rest/api/3/issue, five times in a row.' },
    },
  },
  { integration: 'servicenow', depth: { ...depth, sending: 1, needsReview: 1 } },
  {
    ...{ integration: 'servicenow-internal', depth },
    paused: {
      ...{ since: minutesAgo(64) },
      error: {
        kind: 'held',
        message:
          'servicenow-internal is paused by Kim since 2026-01-31T08:56:00.000Z; "itsm resume servicenow-internal" lets it go on.',
      },
    },
  },
];

const minutes = (wave: (minute: number) => readonly [number, number]) =>
  Array.from({ length: 60 }, (_, index) => {
    const [created, failed] = wave(index);
    return { at: minutesAgo(59 - index), created, failed, retried: failed };
  });

export const sampleActivity: readonly LaneActivity[] = [
  {
    integration: 'jira',
    minutes: minutes(index => [index > 53 ? 0 : Math.round(3 + 3 * Math.sin(index / 5)), index > 53 ? 4 : 0]),
  },
  { integration: 'servicenow', minutes: minutes(index => [Math.round(2 + 2 * Math.sin(index / 9)), 0]) },
];
