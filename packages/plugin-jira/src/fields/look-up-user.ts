import { ItsmError, type Json } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Connection } from '../site/connection.ts';
import { plainName } from './plain-name.ts';

const user = z.looseObject({
  accountId: z.string().optional(),
  /** Of Data Center. */
  name: z.string().optional(),
  /** Whoever hides it has none here. */
  emailAddress: z.string().optional(),
  displayName: z.string().optional(),
});
type User = z.output<typeof user>;
const users = z.array(user);

/** As many as one answer holds; one more than that is no name but a fragment of many. */
const enough = 50;

/** Who is meant by an e-mail address, an account id, a user name or a display name, as a field takes the user. */
export interface UserNames {
  /** @param assignable only among those who may be given work of the project */
  find(
    name: string,
    options: { readonly assignable: boolean; readonly signal: AbortSignal },
  ): Promise<Json | undefined>;
}

/**
 * Cloud names users by account id, and hides e-mail addresses; Data Center by user name. One found is kept, one missing is
 * asked for again: somebody may invite them meanwhile.
 */
export function createUserNames({ api, project }: Pick<Connection, 'api' | 'project'>): UserNames {
  const known = new Map<string, Json>();

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

  return {
    async find(name, { assignable, signal }) {
      const place = `${assignable ? 'assignable' : 'any'} ${name}`;
      const found = known.get(place) ?? (await byAccountId(name, signal)) ?? (await search(name, assignable, signal));
      if (found !== undefined) known.set(place, found);
      return found;
    },
  };

  async function byAccountId(name: string, signal: AbortSignal): Promise<Json | undefined> {
    if (!accountIds.test(name) || (await api.deployment()) !== 'cloud') return undefined;
    try {
      const { data } = await api.get('/user', { params: { accountId: name }, signal });
      return user.safeParse(data).data?.accountId === name ? { accountId: name } : undefined;
    } catch (error) {
      if (ItsmError.is(error) && error.kind === 'rejected') return undefined;
      throw error;
    }
  }
}

/** `5b10a2844c20165700ede21g`, `712020:5f1e…`: no e-mail address and no word of a name. */
const accountIds = /^(?=.*\d)[\w:-]{16,128}$/;

/** One who has exactly that name. Of an address that is hidden only the search knows: then the one that it gives. */
function meant(name: string, found: readonly User[]): User | undefined {
  const names = ({ emailAddress, name: login, accountId, displayName }: User) =>
    [emailAddress, login, accountId, displayName].flatMap(each => (each === undefined ? [] : [plainName(each)]));
  const exact = found.filter(one => names(one).includes(plainName(name)));
  if (exact.length > 0) return exact.length === 1 ? exact[0] : undefined;
  const [only] = found;
  return name.includes('@') && found.length === 1 && only?.emailAddress === undefined ? only : undefined;
}

function refOf({ accountId, name }: User, cloud: boolean): Json | undefined {
  if (cloud) return accountId === undefined ? undefined : { accountId };
  return name === undefined ? undefined : { name };
}
