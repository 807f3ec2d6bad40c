import type { SiteUser } from '../site.ts';

/** How Data Center tells a user from all others: by name, where Cloud has an account id. */
export const datacenterName = ({ name, key }: SiteUser, url: string): Record<string, unknown> => ({
  self: `${url}/rest/api/2/user?username=${encodeURIComponent(name)}`,
  name,
  key,
});
