import { authMember, endpoint } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';

/** The members of a GitHub integration. */
export const settings = z.strictObject({
  endpoint: endpoint().default('https://api.github.com').meta({
    description: 'The REST API: of GitHub Enterprise Server https://HOST/api/v3; default: https://api.github.com',
  }),
  repository: z
    .string()
    // Not of dots alone: the place above would be asked.
    .regex(/^(?!\.+\/)[\w.-]+\/(?!\.+$)[\w.-]+$/, {
      error: ({ input }) => `found ${JSON.stringify(input)}; accepted is a repository such as octo-org/incidents`,
    })
    .meta({ description: 'Where issues are created: owner/name' }),
  auth: authMember(['bearer']).unwrap().meta({ description: 'A personal access token, or one of an app installation' }),
});

export type GitHubSettings = z.output<typeof settings>;
