import type { EventType } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

const types = {
  'ticket-created': 'ticket-created',
  'ticket-found': 'ticket-found',
  'ticket-twins': 'ticket-twins',
  'ticket-updated': 'ticket-updated',
  'ticket-update-failed': 'ticket-update-failed',
  'ticket-retrying': 'ticket-retrying',
  'ticket-failed': 'ticket-failed',
  'ticket-unknown': 'ticket-unknown',
  'ticket-needs-review': 'ticket-needs-review',
  'ticket-dry-run': 'ticket-dry-run',
} as const satisfies { readonly [Type in EventType]: Type };

/** An event as it goes over HTTP: what stands behind `data:` of a frame. */
export const wireEvent = z
  .object({
    // Everything else that we print as JSON has no numbers of this size; a bigint of PostgreSQL passes 2^53, from where on
    // JSON.parse of a browser would round it to that of another event.
    id: z
      .string()
      .regex(/^\d+$/)
      .describe('Grows; digits, since it may pass what a JSON number holds. Also the SSE id.'),
    type: z.enum(types),
    at: z.iso.datetime(),
    key: z.string().describe('Of the delivery.'),
    job_id: z.string(),
    integration: z.string(),
    platform: z.string(),
    ticket: z.object({ id: z.string(), key: z.string(), url: z.string() }).optional(),
    dry_run: z.boolean(),
    attempt: z.number(),
    duration_ms: z.number(),
    not_before: z.iso.datetime().optional().describe('When a delivery that waits goes on.'),
    looked: z
      .enum(['found', 'absent', 'inconclusive'])
      .optional()
      .describe('What a look-up told that came before; inconclusive: nothing to be seen, and that proves nothing yet.'),
    error: z.object({ kind: z.string(), message: z.string(), status: z.number().optional() }).optional(),
    payload: z.unknown().optional().describe('What a dry run would have sent.'),
    warnings: z.array(z.object({ code: z.string(), message: z.string(), field: z.string().optional() })),
  })
  .describe('One thing that happened to a delivery.');

export type WireEvent = z.infer<typeof wireEvent>;
