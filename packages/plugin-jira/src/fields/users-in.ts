import type { Fields, Json } from '@itsm-bridge/core';
import { ItsmError } from '@itsm-bridge/core';
import { list } from './lists.ts';
import type { UserNames } from './look-up-user.ts';
import type { Screen } from './read-screen.ts';

/** The users that the fields name, by field and name. */
export type FoundUsers = (field: string, name: string) => Json | undefined;

/** Looks up whoever a field of the screen names by a text. A user who may not be looked up counts as nobody. */
export async function usersIn(
  fields: Fields,
  screen: Screen,
  names: UserNames,
  signal: AbortSignal,
): Promise<FoundUsers> {
  const found = new Map<string, Json>();
  for (const [field, value] of Object.entries(fields)) {
    const schema = screen.get(field)?.schema;
    if (schema?.type !== 'user' && schema?.items !== 'user') continue;
    for (const name of list(value)) {
      if (typeof name !== 'string') continue;
      const user = await names
        .find(name.trim(), { assignable: field === 'assignee', signal })
        .catch(error => nobodyIfRefused(error));
      if (user !== undefined) found.set(JSON.stringify([field, name]), user);
    }
  }
  return (field, name) => found.get(JSON.stringify([field, name]));
}

/** 403: this account may not browse users. A sign-in that has failed is another matter. */
function nobodyIfRefused(error: unknown): undefined {
  if (ItsmError.is(error) && (error.kind === 'rejected' || error.status === 403)) return undefined;
  throw error;
}
