import { type Delivery, deliveryStatuses } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { failureAnswer, identityAnswer, timeAnswer, warningAnswer } from './shared-answers.ts';
import { ticketAnswer, ticketMembers } from './ticket-members.ts';

/** What `deliveryLine` gives. */
export const deliveryAnswer = z
  .looseObject({
    ...identityAnswer,
    success: z.boolean().describe('A ticket exists, or a dry run went through.'),
    status: z.enum([...deliveryStatuses, 'dry_run', 'skipped']),
    ...ticketAnswer,
    existing: z.boolean().optional().describe('The ticket was there before this request.'),
    attempts: z.int(),
    duration_ms: z.number(),
    dry_run: z.boolean(),
    not_before: timeAnswer.optional(),
    error: failureAnswer.optional(),
    payload: z.unknown().optional().describe('Of a dry run: what would have been sent.'),
    warnings: z.array(warningAnswer),
  })
  .meta({
    id: 'Delivery',
    description: 'What became of one analysis at one integration. Platforms add their own names of the ticket.',
  });

/** A delivery as one JSON object for scripts, in the members and the order that the documentation names. */
export function deliveryLine(delivery: Delivery): Record<string, unknown> {
  const { key, jobId, integration, platform, success, status, attempts, durationMs, dryRun, warnings } = delivery;
  return {
    ...{ key, job_id: jobId, integration, platform, success, status },
    ...ticketMembers(delivery.ticket),
    ...(delivery.existing ? { existing: true } : {}),
    ...{ attempts, duration_ms: durationMs, dry_run: dryRun },
    ...(delivery.notBefore ? { not_before: delivery.notBefore.toISOString() } : {}),
    ...(delivery.error ? { error: delivery.error } : {}),
    ...(delivery.payload === undefined ? {} : { payload: delivery.payload }),
    warnings,
  };
}
