import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';
import { projectCalled } from './find-project.ts';
import { findUsers } from './find-users.ts';
import { showUser } from './show-user.ts';

export const userRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/user', answer: signedIn(read) },
  { method: 'GET', pattern: '/rest/api/:version/user/search', answer: signedIn(search) },
  {
    method: 'GET',
    pattern: '/rest/api/:version/user/assignable/search',
    answer: signedIn((call, context) => noUsername(call) ?? searchAssignable(call, context, call.query.query)),
  },
];

function signedIn(answer: Route<Context>['answer']): Route<Context>['answer'] {
  return (call, context) => (context.access === 'granted' ? answer(call, context) : failures.notAuthenticated());
}

/** What whoever asks as on Data Center is told; pycontribs/jira#2350. */
const noUsername = ({ query: { username } }: Call): Reply | undefined =>
  username === undefined
    ? undefined
    : failure(400, ["The query parameter 'username' is not supported in GDPR strict mode."]);

function read({ query }: Call, context: Context): Reply {
  if (!query.accountId) return failure(404, ["The 'accountId' query parameter needs to be provided"]);
  const user = context.site.users.find(({ accountId }) => accountId === query.accountId);
  return user
    ? jsonReply(200, showUser(user, context))
    : failure(404, ['Specified user does not exist or you do not have required permissions']);
}

function search(call: Call, context: Context): Reply {
  const { query } = call.query;
  const refused = noUsername(call);
  if (refused) return refused;
  if (query === undefined) return failure(400, ["The query parameter 'query' needs to be provided"]);
  return findUsers(call, context, query);
}

/** Everyone who is active can be assigned work in every project. */
export function searchAssignable(call: Call, context: Context, typed = ''): Reply {
  const { project, issueKey } = call.query;
  if (project === undefined && issueKey === undefined)
    return failure(400, ['A valid issue key or project key must be specified']);
  const known = issueKey === undefined ? projectCalled(context.site, project ?? '') : context.store.find(issueKey);
  return known ? findUsers(call, context, typed) : failures.noProject(project ?? issueKey ?? '');
}
