import { severities } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

export const failureAnswer = z
  .object({
    kind: z.string(),
    message: z.string(),
    status: z.int().optional().describe('Of the platform’s answer, where there was one.'),
  })
  .meta({ id: 'Failure', description: 'Why it is not done.' });

export const warningAnswer = z
  .object({
    code: z.string(),
    message: z.string(),
    field: z.string().optional(),
  })
  .meta({ id: 'Warning', description: 'What did not go as written, and did not stop the ticket.' });

/** ISO 8601, in UTC. */
export const timeAnswer = z.iso.datetime();

/** What names a delivery. */
export const identityAnswer = {
  key: z.string().describe('The idempotency key: our ledger and the ticket have it.'),
  job_id: z.string(),
  integration: z.string(),
  platform: z.string(),
};

export const severityAnswer = z.enum(severities);
