import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';
import { projectCalled } from './find-project.ts';
import { showUser } from './show-user.ts';
import type { SiteUser } from './site.ts';

export const userRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/user', answer: signedIn(read) },
  { method: 'GET', pattern: '/rest/api/:version/user/search', answer: signedIn(search) },
  { method: 'GET', pattern: '/rest/api/:version/user/assignable/search', answer: signedIn(searchAssignable) },
];

function signedIn(answer: Route<Context>['answer']): Route<Context>['answer'] {
  return (call, context) => (context.access === 'granted' ? answer(call, context) : failures.notAuthenticated());
}

function read({ query }: Call, context: Context): Reply {
  if (!query.accountId) return failure(404, ["The 'accountId' query parameter needs to be provided"]);
  const user = context.site.users.find(({ accountId }) => accountId === query.accountId);
  return user
    ? jsonReply(200, showUser(user, context))
    : failure(404, ['Specified user does not exist or you do not have required permissions']);
}

function search(call: Call, context: Context): Reply {
  const { query } = call.query;
  if (query === undefined) return failure(400, ["The query parameter 'query' needs to be provided"]);
  return found(call, context, query);
}

/** Everyone who is active can be assigned work in every project. */
function searchAssignable(call: Call, context: Context): Reply {
  const { project, issueKey, query = '' } = call.query;
  if (project === undefined && issueKey === undefined)
    return failure(400, ['A valid issue key or project key must be specified']);
  const known = issueKey === undefined ? projectCalled(context.site, project ?? '') : context.store.find(issueKey);
  return known ? found(call, context, query) : failures.noProject(project ?? issueKey ?? '');
}

/** A page of the users whose name has a word, or whose address begins, with what was typed. */
function found(call: Call, context: Context, typed: string): Reply {
  const startAt = Number(call.query.startAt ?? 0);
  const maxResults = Number(call.query.maxResults ?? 50);
  const wanted = typed.toLowerCase();
  const fits = ({ active, displayName, email }: SiteUser): boolean =>
    active && [displayName, ...displayName.split(' '), email].some(text => text.toLowerCase().startsWith(wanted));
  const users = context.site.users.filter(fits).slice(startAt, startAt + maxResults);
  return jsonReply(
    200,
    users.map(user => showUser(user, context)),
  );
}
