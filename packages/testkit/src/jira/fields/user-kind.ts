import { isJsonObject } from '../../simulator/is-json-object.ts';
import { showUser } from '../show-user.ts';
import { accepted, refused } from './checked.ts';
import type { ValueKind } from './field.ts';

/** `{ accountId }`, or `{ id }` as Atlassian's own examples have it. */
export const userKind: ValueKind = {
  check: (value, { site }) => {
    if (value === null) return accepted(null);
    if (!isJsonObject(value)) return refused('data was not an object');
    const sent = value.accountId ?? value.id;
    const user = site.users.find(({ accountId }) => accountId === sent);
    if (!user) return refused(`Account ID '${sent}' does not exist.`);
    const { accountId, name, displayName } = user;
    return user.active ? accepted({ accountId, name, displayName }) : refused(`User '${displayName}' is inactive.`);
  },
  show: (stored, place) => {
    const user = isJsonObject(stored) && place.site.users.find(({ accountId }) => accountId === stored.accountId);
    return user ? showUser(user, place) : stored;
  },
};

/** As `userKind`; an inactive user has words of its own here. */
export const assigneeKind: ValueKind = {
  ...userKind,
  check: (value, context) => {
    const sent = isJsonObject(value) ? (value.accountId ?? value.id) : undefined;
    const user = context.site.users.find(({ accountId }) => accountId === sent);
    return user && !user.active
      ? refused(`User '${user.displayName}' cannot be assigned issues.`)
      : userKind.check(value, context);
  },
};
