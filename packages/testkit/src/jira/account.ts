import type { Context } from './context.ts';
import { datacenterName } from './datacenter/datacenter-name.ts';

/** The one account there is, as it appears wherever the site names a user. */
export const account = ({ site, url, version, email }: Context): Record<string, unknown> => ({
  ...(site.deployment === 'datacenter'
    ? datacenterName(site.username, url)
    : {
        self: `${url}/rest/api/${version}/user?accountId=5b10a2844c20165700ede21g`,
        accountId: '5b10a2844c20165700ede21g',
        accountType: 'atlassian',
      }),
  emailAddress: email,
  displayName: 'Integration',
  active: true,
  timeZone: 'Etc/UTC',
});
