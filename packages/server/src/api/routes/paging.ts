import { z } from '@itsm-bridge/core/zod';

/** Members of the query of every list. */
export const paging = {
  limit: z.coerce
    .number('accepted is a whole number from 1 to 200')
    .int('accepted is a whole number from 1 to 200')
    .min(1, 'accepted is a whole number from 1 to 200')
    .max(200, 'accepted is a whole number from 1 to 200')
    .default(50)
    .describe('How many of one page.'),
  after: z.string().optional().describe('"next" of the page before.'),
};

/** Of the answer of every list. */
export const nextAnswer = z.string().optional().describe('Absent on the last page.');

/** An absent cursor is no member. */
export const from = (after: string | undefined): { readonly after?: string } => (after === undefined ? {} : { after });

export const onward = (next: string | undefined): { readonly next?: string } => (next === undefined ? {} : { next });
