import { type Clock, ItsmError, type Json, keepEach } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from '../site/connection.ts';
import { plainName } from './plain-name.ts';

const user = z.looseObject({
  accountId: z.string().optional(),
  /** `atlassian`, or `customer` of a service project's portal. */
  accountType: z.string().optional(),
  active: z.boolean().default(true),
  /** Of Data Center. */
  name: z.string().optional(),
  /** Whoever hides it has none here. */
  emailAddress: z.string().optional(),
  displayName: z.string().optional(),
});
type User = z.output<typeof user>;
const users = z.array(user);

/** As many as one answer holds. */
const enough = 50;
/** A user who left is noticed within that. */
const freshMs = 600_000;

/** Who is meant by an e-mail address, an account id, a user name or a display name, as a field takes the user. */
export interface UserNames {
  /** @param assignable only among those who may be given work of the project */
  find(
    name: string,
    options: { readonly assignable: boolean; readonly signal: AbortSignal },
  ): Promise<Json | undefined>;
  /** The account that signs in. */
  self(signal: AbortSignal): Promise<Json | undefined>;
}

/**
 * Cloud names users by account id, and hides e-mail addresses; Data Center by user name. One found is kept for ten minutes,
 * one missing is asked for again: somebody may invite them meanwhile.
 */
export function createUserNames(
  { api, project }: Pick<Connection, 'api' | 'project'>,
  clock: Pick<Clock, 'now'>,
): UserNames {
  async function search(name: string, assignable: boolean, signal: AbortSignal): Promise<Json | undefined> {
    const cloud = (await api.deployment()) === 'cloud';
    const typed = cloud ? { query: name } : { username: name };
    const params = { ...typed, maxResults: enough, ...(assignable ? { project } : {}) };
    const { data } = await api.get(`/user${assignable ? '/assignable' : ''}/search`, { params, signal });
    const parsed = users.safeParse(data);
    if (!parsed.success) throw new ItsmError('unavailable', 'Jira answered the look-up of a user without a list.');
    const found = meant(name, parsed.data);
    return found && refOf(found, cloud);
  }

  async function byAccountId(name: string, signal: AbortSignal): Promise<Json | undefined> {
    if (!accountIds.test(name) || (await api.deployment()) !== 'cloud') return undefined;
    try {
      const { data } = await api.get('/user', { params: { accountId: name }, signal });
      return user.safeParse(data).data?.accountId === name ? { accountId: name } : undefined;
    } catch (error) {
      if (!ItsmError.is(error)) throw error;
      // An account that may not browse users may name them all the same.
      if (error.kind === 'auth' && error.status === 403) return { accountId: name };
      if (error.kind === 'rejected') return undefined;
      throw error;
    }
  }

  const lookUp = keepEach(
    async ({ name, assignable }: Wanted, signal) =>
      (await byAccountId(name, signal)) ?? (await search(name, assignable, signal)),
    { clock, freshMs, keeps: ref => ref !== undefined },
  );

  return {
    find: (name, { assignable, signal }) => lookUp({ name, assignable }, signal),
    async self(signal) {
      const { data } = await api.get('/myself', { signal });
      const parsed = user.safeParse(data);
      return parsed.success ? refOf(parsed.data, (await api.deployment()) === 'cloud') : undefined;
    },
  };
}

interface Wanted {
  readonly name: string;
  readonly assignable: boolean;
}

/** `5b10a2844c20165700ede21g`, `712020:5f1e…`: no e-mail address and no word of a name. */
const accountIds = /^(?=.*\d)[\w:-]{16,128}$/;

/**
 * The one who has exactly that name: of a person with an account and one of the portal, the one with the account. Of an
 * address that is hidden only the search knows: then the one that it gives.
 */
function meant(name: string, found: readonly User[]): User | undefined {
  const names = ({ emailAddress, name: login, accountId, displayName }: User) =>
    [emailAddress, login, accountId, displayName].flatMap(each => (each === undefined ? [] : [plainName(each)]));
  const active = found.filter(one => one.active);
  const exact = active.filter(one => names(one).includes(plainName(name)));
  const people = exact.filter(({ accountType }) => accountType === 'atlassian');
  if (exact.length > 0) return only(people.length > 0 ? people : exact);
  const hidden = active.filter(({ emailAddress }) => emailAddress === undefined);
  return name.includes('@') && active.length === 1 ? only(hidden) : undefined;
}

const only = (found: readonly User[]): User | undefined => (found.length === 1 ? found[0] : undefined);

function refOf({ accountId, name }: User, cloud: boolean): Json | undefined {
  if (cloud) return accountId === undefined ? undefined : { accountId };
  return name === undefined ? undefined : { name };
}
