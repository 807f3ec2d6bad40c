import { type DeliveryRecord, deliveryStatuses } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { failureAnswer, identityAnswer, severityAnswer, timeAnswer, warningAnswer } from './shared-answers.ts';
import { ticketAnswer, ticketMembers } from './ticket-members.ts';

/** What `recordLine` gives. */
export const recordAnswer = z
  .looseObject({
    ...identityAnswer,
    title: z.string().optional().describe('Of the job; goes with retention.'),
    severity: severityAnswer,
    status: z.enum(deliveryStatuses),
    ...ticketAnswer,
    attempts: z.int(),
    created_at: timeAnswer,
    updated_at: timeAnswer,
    not_before: timeAnswer.optional().describe('When it is due, or what holds it back ends.'),
    error: failureAnswer.optional(),
    warnings: z.array(warningAnswer),
  })
  .meta({
    id: 'DeliveryRecord',
    description: 'A delivery as it is on record. Platforms add their own names of the ticket.',
  });

/** A row of the ledger as one JSON object for scripts. */
export function recordLine(record: DeliveryRecord): Record<string, unknown> {
  const { key, jobId, integration, platform, title, severity, status, ticket, attempts, error, warnings } = record;
  const { createdAt, updatedAt, notBefore } = record;
  return {
    ...{ key, job_id: jobId, integration, platform, ...(title === undefined ? {} : { title }), severity, status },
    ...ticketMembers(ticket),
    ...{ attempts, created_at: createdAt.toISOString(), updated_at: updatedAt.toISOString() },
    ...(notBefore ? { not_before: notBefore.toISOString() } : {}),
    ...(error ? { error } : {}),
    warnings,
  };
}
