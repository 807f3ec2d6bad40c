import type { AuthStrategy, Secret } from '../contracts.ts';
import { keepLast } from '../keep/keep-last.ts';

/** `Authorization: Basic base64(user:password)`; Jira Cloud's e-mail and API token as well. */
export function basicAuth(user: string, password: Secret): AuthStrategy {
  const headersWith = keepLast(revealed => ({
    Authorization: `Basic ${Buffer.from(`${user}:${revealed}`, 'utf8').toString('base64')}`,
  }));
  return {
    masked: { Authorization: 'Basic [secret]' },
    headers: async () => headersWith(await password.reveal()),
    refresh: () => password.refresh(),
  };
}
