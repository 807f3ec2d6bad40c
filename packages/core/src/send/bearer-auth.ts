import type { AuthStrategy, Secret } from '../contracts.ts';

/** `Authorization: Bearer token`: OAuth access tokens, and personal access tokens of Jira Data Center. */
export const bearerAuth = (token: Secret): AuthStrategy => ({
  masked: { Authorization: 'Bearer [secret]' },
  headers: async () => ({ Authorization: `Bearer ${await token.reveal()}` }),
  refresh: () => token.refresh(),
});
