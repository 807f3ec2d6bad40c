import { datacenterName } from './datacenter/datacenter-name.ts';
import type { Place } from './fields/field.ts';
import type { SiteUser } from './site.ts';

/** A user wherever the site names one. Whoever hides the e-mail address has none here. */
export function showUser(user: SiteUser, place: Place): Record<string, unknown> {
  const datacenter = place.site.deployment === 'datacenter';
  const avatar = `${place.url}/avatar/${datacenter ? user.key : user.accountId}`;
  return {
    ...(datacenter ? datacenterName(user, place.url) : cloudName(user, place)),
    ...(user.emailHidden ? {} : { emailAddress: user.email }),
    avatarUrls: Object.fromEntries([48, 24, 16, 32].map(size => [`${size}x${size}`, `${avatar}?size=${size}`])),
    displayName: user.displayName,
    active: user.active,
    timeZone: 'Etc/UTC',
  };
}

const cloudName = ({ accountId }: SiteUser, { url, version }: Place): Record<string, unknown> => ({
  self: `${url}/rest/api/${version}/user?accountId=${encodeURIComponent(accountId)}`,
  accountId,
  accountType: 'atlassian',
});
