import type { Secret } from '../../contracts.ts';
import type { Grant } from './grant.ts';

/**
 * RFC 6749 section 4.3. ServiceNow answers a repeat with the token that it gave before and the rest of its life, so that
 * the refresh token beside it is what renews.
 */
export const password = (username: string, secret: Secret): Grant => ({
  members: ['username', 'password'],
  form: async () => ({ grant_type: 'password', username, password: await secret.reveal() }),
  refresh: () => secret.refresh(),
});
