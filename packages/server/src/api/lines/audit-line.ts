import type { AuditEntry } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { timeAnswer } from './shared-answers.ts';

export const auditAnswer = z
  .object({
    id: z.string(),
    at: timeAnswer,
    by: z.string(),
    action: z.string().describe('approve, reject, replay, pause, sign-in-refused …'),
    key: z.string().optional().describe('Of the delivery.'),
    integration: z.string().optional(),
    detail: z.string().optional(),
  })
  .meta({ id: 'AuditEntry', description: 'What somebody did.' });

export const auditLine = ({
  id,
  at,
  by,
  action,
  key,
  integration,
  detail,
}: AuditEntry): z.infer<typeof auditAnswer> => ({
  ...{ id: String(id), at: at.toISOString(), by, action },
  ...(key === undefined ? {} : { key }),
  ...(integration === undefined ? {} : { integration }),
  ...(detail === undefined ? {} : { detail }),
});
