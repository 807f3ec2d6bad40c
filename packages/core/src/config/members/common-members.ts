import { z } from 'zod';
import type { Severity } from '../../analysis.ts';
import { madeOnce } from '../../keep/made-once.ts';
import { described } from './described.ts';
import { duration, durationOr } from './duration.ts';
import { mappingMembers } from './mapping-members.ts';

function onUnresolved() {
  const action = z.enum(['recreate', 'review']);
  const bySeverity = {
    critical: action.optional(),
    high: action.optional(),
    medium: action.optional(),
    low: action.optional(),
  } satisfies Record<Severity, z.ZodType>;
  return z.union([action, z.strictObject(bySeverity)]);
}

const laterWaits = ['30s', '5m', '30m', '2h'];

const file = (description: string) =>
  described(z.string().min(1), `${description}: a file, seen from the config`).optional();

const proxy = () =>
  z.string().superRefine((text, context) => {
    // The text is never repeated: it may hold a password.
    if (/\$\{[^}]+\}/.test(text) || (URL.canParse(text) && /^https?:$/.test(new URL(text).protocol))) return;
    context.addIssue({ code: 'custom', message: 'is no URL; accepted is one such as http://proxy.example.com:3128' });
  });

/** The members that every integration may have, whatever its plugin. Files are relative to the config. */
export const commonMembers = madeOnce(() =>
  z.strictObject({
    plugin: described(
      z.string().min(1),
      'The plugin, where the integration has another name; for the command also a package or a path; default: the name',
    ).optional(),
    enabled: described(z.boolean().default(true), 'false: the integration is skipped'),
    ...mappingMembers(),
    template: described(
      z.string().min(1),
      'What the body is rendered from, a file seen from the config: .md, .html, .adf.json or .wiki; default: the report of the analysis, else the template of the plugin',
    ).optional(),
    retry: z
      .strictObject({
        max_retries: described(z.number().int().min(0).max(10).default(3), 'Quick retries in a round'),
        base_seconds: described(
          z.number().positive().default(1),
          'Before the first of them; twice as long before each further one',
        ),
        retry_after_cap: durationOr('60s', 'How long a Retry-After of the platform is waited for within a round'),
        later: z
          .array(duration(1))
          .max(20)
          .default(laterWaits.map(wait => duration(1).parse(wait)))
          .meta({ description: `The waits of a worker after each round; default: ${JSON.stringify(laterWaits)}` }),
      })
      .prefault({})
      .meta({ description: 'How often a delivery is tried' }),
    limits: z
      .strictObject({
        requests_per_second: described(
          z.number().positive().max(1000),
          'Of all processes together; default: no limit',
        ).optional(),
        concurrency: described(
          z.number().int().min(1).max(100).default(4),
          'Requests under way at once, of each process',
        ),
        tickets_per_hour: described(
          z.number().int().min(1).max(10_000),
          'New tickets of all processes together; default: no limit',
        ).optional(),
      })
      .prefault({})
      .meta({ description: 'What the platform is spared' }),
    on_unresolved: described(
      onUnresolved(),
      'When no look-up can tell whether a ticket exists: create it, or leave it to a person; default: recreate for critical and high, else review',
    ).optional(),
    on_recurrence: z
      .enum(['create', 'comment', 'reopen', 'ignore'])
      .default('create')
      .meta({ description: 'What becomes of an analysis whose fingerprint has a ticket already' }),
    reopen_within: durationOr('7d', 'A ticket done for longer is not reopened'),
    settle_window: described(
      duration(),
      "How long a request that nobody waits for any more may still take effect; default: the plugin's own",
    ).optional(),
    lease: durationOr('5m', 'How long a claim holds; not shorter than the longest round', 1),
    timeouts: z
      .strictObject({
        connect: durationOr('5s', 'Until the connection stands', 1),
        read: durationOr('60s', 'From the request to the end of the answer', 1),
      })
      .prefault({})
      .meta({ description: 'How long a request may take' }),
    max_response_bytes: z
      .number()
      .int()
      .min(1)
      .default(10 * 1024 * 1024)
      .meta({ description: 'An answer beyond it is broken off' }),
    tls: z
      .strictObject({
        ca: file('The certificates that are trusted, as PEM'),
        cert: file('The client certificate, as PEM, for a platform that asks for one'),
        key: file('Its key, as PEM'),
      })
      .prefault({})
      .meta({ description: 'Certificates' }),
    proxy: described(proxy(), 'Its URL, such as http://proxy.example.com:3128').optional(),
    audience: described(z.enum(['internal', 'customer']).default('internal'), 'Who may read the notes of itsm update'),
  }),
);

export type CommonMembers = z.output<ReturnType<typeof commonMembers>>;
