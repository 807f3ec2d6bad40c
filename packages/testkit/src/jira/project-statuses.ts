import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { issueTypeKind } from './fields/named-kind.ts';
import { withProject } from './find-project.ts';
import { renderStatus } from './render-status.ts';
import type { Project } from './site.ts';

export const projectStatusRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/project/:project/statuses', answer: withProject(statuses) },
];

/** The statuses that an issue can have, by its type; every type has the same workflow. */
function statuses(project: Project, context: Context): Reply {
  const all = context.site.workflow.statuses.map(status => renderStatus(status, context));
  const shown = project.issueTypes.map(type => Object(issueTypeKind.show?.(type, context)));
  return jsonReply(
    200,
    shown.map(({ self, id, name, subtask }) => ({ self, id, name, subtask, statuses: all })),
  );
}
