import type { Place } from './fields/field.ts';
import { showUser } from './show-user.ts';
import type { Site, SiteUser } from './site.ts';

/** Whoever signs in: the first user of the site. */
export const accountUser = ({ users: [user] }: Site): SiteUser => user;

/** The account, as it appears wherever the site names it. */
export const account = (place: Place): Record<string, unknown> => showUser(accountUser(place.site), place);
