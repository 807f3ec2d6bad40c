import type { ChangeRecord } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { failureAnswer, timeAnswer } from './shared-answers.ts';

export const changeAnswer = z
  .object({
    change_id: z.string(),
    kind: z.string().describe('note, fields, resolve, reopen, attach or link.'),
    status: z.string(),
    attempts: z.int(),
    error: failureAnswer.optional(),
    created_at: timeAnswer,
    updated_at: timeAnswer,
  })
  .meta({ id: 'Change', description: 'A later change of the ticket, as it is on record.' });

export const changeRecordLine = (change: ChangeRecord): z.infer<typeof changeAnswer> => ({
  ...{ change_id: change.changeId, kind: change.kind, status: change.status, attempts: change.attempts },
  ...(change.error ? { error: change.error } : {}),
  ...{ created_at: change.createdAt.toISOString(), updated_at: change.updatedAt.toISOString() },
});
