import { z } from '@itsm-bridge/core/zod';

export const reasonBody = z.strictObject({
  reason: z
    .string()
    .trim()
    .max(1000, 'accepted are at most 1000 characters')
    .optional()
    .describe('For whoever asks later.'),
});
