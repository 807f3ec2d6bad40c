import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import { account } from './account.ts';
import type { Context } from './context.ts';
import { failures } from './failure.ts';
import { componentKind, issueTypeKind, priorityKind, versionKind } from './fields/named-kind.ts';
import { withProject } from './find-project.ts';
import { serverInfo } from './server-info.ts';
import { showProject } from './show-project.ts';
import type { Project } from './site.ts';

/** What the site tells about itself: who asks, which version, projects, priorities. */
export const siteRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/myself', answer: myself },
  { method: 'GET', pattern: '/rest/api/:version/serverInfo', answer: serverInfo },
  { method: 'GET', pattern: '/rest/api/:version/priority/search', answer: priorities },
  { method: 'GET', pattern: '/rest/api/:version/project/:project', answer: withProject(project) },
];

function myself(_call: Call, context: Context): Reply {
  return context.access === 'granted' ? jsonReply(200, account(context)) : failures.notAuthenticated();
}

function priorities(_call: Call, context: Context): Reply {
  const { site, access } = context;
  if (access !== 'granted') return failures.notAuthenticated();
  const values = site.priorities.map(item => ({
    ...Object(priorityKind.show?.(item, context)),
    isDefault: item.name === 'Medium',
  }));
  return jsonReply(200, { startAt: 0, maxResults: 50, total: values.length, isLast: true, values });
}

function project(found: Project, context: Context): Reply {
  return jsonReply(200, {
    ...showProject(found, context),
    components: found.components.map(item => componentKind.show?.(item, context)),
    versions: found.versions.map(item => versionKind.show?.(item, context)),
    issueTypes: found.issueTypes.map(item => issueTypeKind.show?.(item, context)),
  });
}
