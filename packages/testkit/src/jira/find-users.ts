import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { showUser } from './show-user.ts';
import type { SiteUser } from './site.ts';

/**
 * A page of the active users of whom a word of the name, the address, or on Data Center the user name begins with what
 * was typed.
 */
export function findUsers(call: Call, context: Context, typed: string): Reply {
  const startAt = Number(call.query.startAt ?? 0);
  const maxResults = Number(call.query.maxResults ?? 50);
  const wanted = typed.toLowerCase();
  const datacenter = context.site.deployment === 'datacenter';
  const texts = ({ name, displayName, email }: SiteUser): readonly string[] => [
    displayName,
    ...displayName.split(' '),
    email,
    ...(datacenter ? [name] : []),
  ];
  const found = context.site.users.filter(
    user => user.active && texts(user).some(text => text.toLowerCase().startsWith(wanted)),
  );
  return jsonReply(
    200,
    found.slice(startAt, startAt + maxResults).map(user => showUser(user, context)),
  );
}
