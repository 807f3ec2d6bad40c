import type { LaneReport } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { timeAnswer } from './shared-answers.ts';

/** What `laneLine` gives. */
export const laneAnswer = z
  .object({
    integration: z.string(),
    state: z.enum(['open', 'paused', 'breaker_open']),
    since: timeAnswer.optional(),
    until: timeAnswer.optional().describe('When the platform is asked again.'),
    reason: z.string().optional(),
    pending: z.int(),
    sending: z.int(),
    unknown: z.int(),
    failed: z.int(),
    needs_review: z.int(),
    oldest_pending_seconds: z.int(),
  })
  .meta({ id: 'Lane', description: 'What holds the deliveries of one integration back, and how many wait.' });

/** A lane as one JSON object for scripts. */
export function laneLine({ integration, paused, breaker, depth }: LaneReport): Record<string, unknown> {
  const { needsReview, oldestPendingMs, ...counts } = depth;
  return {
    integration,
    state: paused ? 'paused' : breaker ? 'breaker_open' : 'open',
    ...(paused ? { since: paused.since.toISOString(), reason: paused.error.message } : {}),
    ...(breaker && !paused
      ? { since: breaker.since.toISOString(), until: breaker.until.toISOString(), reason: breaker.error.message }
      : {}),
    ...{ ...counts, needs_review: needsReview, oldest_pending_seconds: Math.round(oldestPendingMs / 1000) },
  };
}
