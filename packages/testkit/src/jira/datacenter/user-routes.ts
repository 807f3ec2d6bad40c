import { jsonReply, type Reply } from '../../simulator/reply.ts';
import type { Call, Route } from '../../simulator/route.ts';
import type { Context } from '../context.ts';
import { failure } from '../failure.ts';
import { findUsers } from '../find-users.ts';
import { showUser } from '../show-user.ts';
import { searchAssignable } from '../user-routes.ts';

/** Users are asked for by `username`; what Cloud calls `query` and `accountId` counts for nothing. */
export const userRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/user', answer: read },
  { method: 'GET', pattern: '/rest/api/:version/user/search', answer: search },
  {
    method: 'GET',
    pattern: '/rest/api/:version/user/assignable/search',
    answer: (call, context) => searchAssignable(call, context, call.query.username),
  },
];

function read({ query: { username, key } }: Call, context: Context): Reply {
  if (!username && !key)
    return failure(404, ["Either the 'username' or the 'key' query parameters need to be provided"]);
  const user = context.site.users.find(each => (username ? each.name === username : each.key === key));
  return user
    ? jsonReply(200, showUser(user, context))
    : failure(404, [
        username ? `The user named '${username}' does not exist` : `The user with the key '${key}' does not exist`,
      ]);
}

/** It may be found by name and address as well, under a parameter that is called so all the same. */
function search(call: Call, context: Context): Reply {
  const { username } = call.query;
  return username
    ? findUsers(call, context, username)
    : failure(400, ['The username query parameter was not provided']);
}
