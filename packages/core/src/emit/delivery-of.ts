import type { Delivery, ItsmEvent, Outcome } from '../contracts.ts';

/** What the caller is told of an outcome that has just been recorded. */
export function deliveryOf(event: ItsmEvent, outcome: Outcome): Delivery {
  const { key, jobId, integration, platform, attempt, durationMs, dryRun, ticket, error, payload, warnings } = event;
  const { kind } = outcome;
  return {
    ...{ key, jobId, integration, platform, durationMs, dryRun, warnings },
    status: kind === 'dry-run' ? 'dry_run' : kind === 'needs-review' ? 'needs_review' : kind,
    success: kind === 'created' || kind === 'found' || kind === 'dry-run',
    existing: kind === 'found',
    attempts: attempt,
    ...(ticket ? { ticket } : {}),
    ...(error ? { error } : {}),
    ...(kind === 'dry-run' ? { payload } : {}),
    ...(kind === 'pending' || kind === 'unknown' ? { notBefore: outcome.notBefore } : {}),
  };
}
