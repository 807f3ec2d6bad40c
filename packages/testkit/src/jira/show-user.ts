import type { Context } from './context.ts';
import type { SiteUser } from './site.ts';

/** A user wherever the site names one. Whoever hides the e-mail address has none here. */
export function showUser(user: SiteUser, { url, version }: Pick<Context, 'url' | 'version'>): Record<string, unknown> {
  const avatar = `${url}/avatar/${user.accountId}`;
  return {
    self: `${url}/rest/api/${version}/user?accountId=${encodeURIComponent(user.accountId)}`,
    accountId: user.accountId,
    accountType: 'atlassian',
    ...(user.emailHidden ? {} : { emailAddress: user.email }),
    avatarUrls: Object.fromEntries([48, 24, 16, 32].map(size => [`${size}x${size}`, `${avatar}?size=${size}`])),
    displayName: user.displayName,
    active: user.active,
    timeZone: 'Etc/UTC',
  };
}
