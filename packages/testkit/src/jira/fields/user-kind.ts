import { isJsonObject, type JsonObject } from '../../simulator/is-json-object.ts';
import { showUser } from '../show-user.ts';
import type { SiteUser } from '../site.ts';
import { accepted, refused } from './checked.ts';
import type { ValueKind } from './field.ts';

/** How a deployment is told of a user. */
interface Naming {
  readonly sentIn: (value: JsonObject) => unknown;
  readonly of: (user: SiteUser) => string;
  /** What is said where the user is named as the other deployment does it. */
  readonly otherForm: string;
  readonly nobody: (sent: unknown) => string;
}

const namings = {
  /** `{ accountId }`, or `{ id }` as Atlassian's own examples have it. The words are those of pycontribs/jira#903. */
  cloud: {
    sentIn: ({ accountId, id }) => accountId ?? id,
    of: ({ accountId }) => accountId,
    otherForm: "'accountId' must be the only user identifying query parameter in GDPR strict mode.",
    nobody: sent => `Account ID '${sent}' does not exist.`,
  },
  /** `{ name }`. The words are those of PrefectHQ/prefect#5371. */
  datacenter: {
    sentIn: ({ name }) => name,
    of: ({ name }) => name,
    otherForm: "expected Object containing a 'name' property",
    nobody: sent => `User '${sent}' does not exist.`,
  },
} as const satisfies Record<string, Naming>;

const kindOf = (inactive: (shown: string) => string): ValueKind => ({
  check: (value, { site }) => {
    if (value === null) return accepted(null);
    if (!isJsonObject(value)) return refused('data was not an object');
    const naming: Naming = namings[site.deployment];
    const sent = naming.sentIn(value);
    if (sent === undefined) return refused(naming.otherForm);
    const user = site.users.find(each => naming.of(each) === sent);
    if (!user) return refused(naming.nobody(sent));
    const { accountId, name, displayName } = user;
    return user.active ? accepted({ accountId, name, displayName }) : refused(inactive(displayName));
  },
  show: (stored, place) => {
    const user = isJsonObject(stored) && place.site.users.find(({ accountId }) => accountId === stored.accountId);
    return user ? showUser(user, place) : stored;
  },
});

export const userKind = kindOf(shown => `User '${shown}' is inactive.`);

/** As `userKind`; an inactive user has words of its own here. */
export const assigneeKind = kindOf(shown => `User '${shown}' cannot be assigned issues.`);
