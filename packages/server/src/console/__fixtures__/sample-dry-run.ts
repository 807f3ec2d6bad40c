import type { DryRunRecord } from '@itsm-bridge/core';
import { keyOf, minutesAgo } from './sample-deliveries.ts';

/** One that waits for a decision. */
export const sampleDryRun = (id: bigint, integration: string, payload: unknown): DryRunRecord => ({
  ...{ id, integration, payload, platform: integration, key: keyOf(Number(id)), jobId: 'rca-2026-01-31-90' },
  ...{ environment: 'production', severity: 'high', title: 'Certificate of the edge proxies expired in eu-west' },
  ...{ at: minutesAgo(9), unresolved: integration === 'jira' ? ['assignee'] : [], warnings: [] },
});
