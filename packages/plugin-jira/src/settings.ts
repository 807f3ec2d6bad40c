import { authMember, endpoint, oneSignIn, secret } from '@itsm-bridge/core';
import { z } from 'zod';

/** By its own name, or by that of the status it leads to. */
const transition = z.string().min(1).optional();

/** The members of a Jira integration: `email` and `api_token`, or `auth`, never both. */
export const settings = z
  .strictObject({
    endpoint: endpoint().meta({ description: 'The site, such as https://company.atlassian.net' }),
    email: z.string().min(1).optional(),
    api_token: secret().optional(),
    auth: authMember(['basic', 'bearer']),
    project_key: z.string().regex(/^[A-Z][A-Z0-9_]+$/, {
      error: ({ input }) => `found ${JSON.stringify(input)}; accepted is a project key such as OPS`,
    }),
    issue_type: z.string().min(1).default('Incident'),
    key_walk: z
      .boolean()
      .default(true)
      .meta({ description: 'After doubt, read the newest issues by key: search lags behind, reading by key does not' }),
    resolve_transition: transition.meta({ description: 'Of several into done statuses, the one to resolve by' }),
    reopen_transition: transition.meta({ description: 'Of several out of them, the one to reopen by' }),
    wont_fix_resolutions: z
      .array(z.string().min(1))
      .default(["Won't Do", "Won't Fix", 'Duplicate'])
      .meta({ description: 'Resolutions of an issue that will not be mended: a recurrence does not reopen it' }),
  })
  .superRefine(oneSignIn('email', 'api_token'));

export type JiraSettings = z.output<typeof settings>;
