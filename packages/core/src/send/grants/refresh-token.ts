import type { Secret } from '../../contracts.ts';
import type { Grant } from './grant.ts';

/** RFC 6749 section 6, with a token that a person got by signing in elsewhere. */
export const refreshToken = (token: Secret): Grant => ({
  members: ['refresh_token'],
  form: async () => refreshForm(await token.reveal()),
  refresh: () => token.refresh(),
});

export const refreshForm = (token: string) => ({ grant_type: 'refresh_token', refresh_token: token });
