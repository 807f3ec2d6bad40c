import type { Context } from './context.ts';

/** The one account there is, as it appears wherever the site names a user. */
export const account = ({ url, version, email }: Context): Record<string, unknown> => ({
  self: `${url}/rest/api/${version}/user?accountId=5b10a2844c20165700ede21g`,
  accountId: '5b10a2844c20165700ede21g',
  accountType: 'atlassian',
  emailAddress: email,
  displayName: 'Integration',
  active: true,
  timeZone: 'Etc/UTC',
});
