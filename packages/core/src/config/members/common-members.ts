import { z } from 'zod';
import type { Severity } from '../../analysis.ts';
import { duration } from './duration.ts';
import { mappingMembers } from './mapping-members.ts';

const action = z.enum(['recreate', 'review']);

const onUnresolved = z.union([
  action,
  z.strictObject({
    critical: action.optional(),
    high: action.optional(),
    medium: action.optional(),
    low: action.optional(),
  } satisfies Record<Severity, z.ZodType>),
]);

const proxy = z.string().superRefine((text, context) => {
  // The text is never repeated: it may hold a password.
  if (/\$\{[^}]+\}/.test(text) || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))) return;
  context.addIssue({ code: 'custom', message: 'is no URL; accepted is one such as http://proxy.example.com:3128' });
});

/** The members that every integration may have, whatever its plugin. Files are relative to the config. */
export const commonMembers = z.strictObject({
  plugin: z.string().min(1).optional(),
  enabled: z.boolean().default(true),
  ...mappingMembers,
  template: z.string().min(1).optional(),
  retry: z
    .strictObject({
      max_retries: z.number().int().min(0).max(10).default(3),
      base_seconds: z.number().positive().default(1),
      retry_after_cap: duration().default(60_000),
      later: z.array(duration(1)).max(20).default([30_000, 300_000, 1_800_000, 7_200_000]),
    })
    .prefault({}),
  limits: z
    .strictObject({
      requests_per_second: z.number().positive().max(1000).optional(),
      concurrency: z.number().int().min(1).max(100).default(4),
      tickets_per_hour: z.number().int().min(1).max(10_000).optional(),
    })
    .prefault({}),
  on_unresolved: onUnresolved.optional(),
  on_recurrence: z
    .enum(['create', 'comment', 'reopen', 'ignore'])
    .default('create')
    .meta({ description: 'What becomes of an analysis whose fingerprint has a ticket already' }),
  reopen_within: duration().default(604_800_000).meta({ description: 'A ticket done for longer is not reopened' }),
  settle_window: duration().optional(),
  lease: duration(1).default(300_000),
  timeouts: z.strictObject({ connect: duration(1).default(5000), read: duration(1).default(60_000) }).prefault({}),
  max_response_bytes: z
    .number()
    .int()
    .min(1)
    .default(10 * 1024 * 1024),
  tls: z
    .strictObject({
      ca: z.string().min(1).optional(),
      cert: z.string().min(1).optional(),
      key: z.string().min(1).optional(),
    })
    .prefault({}),
  proxy: proxy.optional(),
  audience: z.enum(['internal', 'customer']).default('internal'),
});

export type CommonMembers = z.output<typeof commonMembers>;
