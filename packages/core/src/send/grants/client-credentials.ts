import type { Grant } from './grant.ts';

/** RFC 6749 section 4.4: the client signs in as itself. */
export const clientCredentials: Grant = {
  members: [],
  form: async () => ({ grant_type: 'client_credentials' }),
  refresh: async () => false,
};
