import type { AuthStrategy, Secret } from '../contracts.ts';

/** `Authorization: Basic base64(user:password)`; Jira Cloud's e-mail and API token as well. */
export const basicAuth = (user: string, password: Secret): AuthStrategy => ({
  masked: { Authorization: 'Basic [secret]' },
  headers: async () => ({
    Authorization: `Basic ${Buffer.from(`${user}:${await password.reveal()}`, 'utf8').toString('base64')}`,
  }),
  refresh: () => password.refresh(),
});
