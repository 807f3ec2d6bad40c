import { authMember, endpoint, oneSignIn, secret } from '@itsm-bridge/core';
import { z } from 'zod';

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
  })
  .superRefine(oneSignIn('email', 'api_token'));

export type JiraSettings = z.output<typeof settings>;
