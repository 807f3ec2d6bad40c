import type { Registry } from 'prom-client';
import { promClient } from './prom-client.ts';

const ends = ['created', 'found', 'failed', 'unknown', 'retrying', 'needs_review'];
const kinds = ['auth', 'rejected', 'rate-limited', 'unavailable', 'outcome-unknown', 'template', 'mapping', 'input'];

const dryRuns = 'itsm_dry_run_total';

const series: Readonly<Record<string, readonly Readonly<Record<string, string>>[]>> = {
  itsm_ticket_creation_total: [{ status: 'success' }, { status: 'failure' }],
  itsm_delivery_attempts_total: ends.map(outcome => ({ outcome })),
  itsm_failures_total: kinds.map(kind => ({ kind })),
  [dryRuns]: [{}],
  itsm_unknown_total: [{}],
  itsm_twins_total: [{}],
};

export interface ConnectedPlatform {
  readonly platform: string;
  /** False in dry run: it counts in nothing else. */
  readonly writes: boolean;
}

/**
 * Counters whose labels are known begin at 0: Prometheus sees no increase where a series appears with its first event,
 * and an alert would miss the one refused sign-in that is the last.
 */
export function beginAtZero(registry: Registry, platforms: readonly ConnectedPlatform[]): void {
  const { Counter } = promClient();
  for (const [name, all] of Object.entries(series)) {
    const counter = registry.getSingleMetric(name);
    if (!(counter instanceof Counter)) continue;
    for (const { platform, writes } of platforms)
      for (const labels of writes || name === dryRuns ? all : []) counter.inc({ platform, ...labels }, 0);
  }
}
