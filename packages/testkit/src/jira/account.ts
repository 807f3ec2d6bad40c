import type { Context } from './context.ts';
import { showUser } from './show-user.ts';
import type { Site, SiteUser } from './site.ts';

/** Whoever signs in: the first user of the site. */
export const accountUser = ({ users: [user] }: Site): SiteUser => user;

/** The account, as it appears wherever the site names it. */
export const account = (context: Pick<Context, 'site' | 'url' | 'version'>): Record<string, unknown> =>
  showUser(accountUser(context.site), context);
