import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';
import { projectCalled } from './find-project.ts';
import { namesOf } from './render-issue.ts';

/** What a project's permission scheme grants; the ids are the same on every site. */
const permissions: readonly (readonly [key: string, id: number, name: string])[] = [
  ['BROWSE_PROJECTS', 10, 'Browse Projects'],
  ['CREATE_ISSUES', 11, 'Create Issues'],
  ['EDIT_ISSUES', 12, 'Edit Issues'],
  ['ASSIGN_ISSUES', 13, 'Assign Issues'],
  ['RESOLVE_ISSUES', 14, 'Resolve Issues'],
  ['ADD_COMMENTS', 15, 'Add Comments'],
  ['DELETE_ISSUES', 16, 'Delete Issues'],
  ['ASSIGNABLE_USER', 17, 'Assignable User'],
  ['CLOSE_ISSUES', 18, 'Close Issues'],
  ['CREATE_ATTACHMENTS', 19, 'Create Attachments'],
  ['LINK_ISSUES', 21, 'Link Issues'],
  ['ADMINISTER_PROJECTS', 23, 'Administer Projects'],
  ['MODIFY_REPORTER', 30, 'Modify Reporter'],
  ['TRANSITION_ISSUES', 46, 'Transition Issues'],
];

export const permissionRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/mypermissions', answer: mine },
];

/**
 * What the caller may do in a project, or anywhere; a stranger may do nothing, and is answered all the same. Data
 * Center tells of every permission, whichever are asked for.
 */
function mine({ query }: Call, context: Context): Reply {
  const { site, store, access } = context;
  const asked = site.deployment === 'cloud' ? namesOf(query.permissions, []) : permissions.map(([key]) => key);
  if (asked.length === 0) return failure(400, ["The 'permissions' query parameter is required."]);
  const unknown = asked.filter(key => !permissions.some(([known]) => known === key));
  if (unknown.length > 0) return failure(400, [`Unrecognized permission: ${unknown.join(', ')}`]);
  const project = query.projectKey ?? query.projectId;
  if (project !== undefined && !projectCalled(site, project)) return failures.noProject(project);
  const issue = query.issueKey ?? query.issueId;
  if (issue !== undefined && !store.find(issue)) return failures.noIssue();
  const shown = permissions.filter(([key]) => asked.includes(key));
  return jsonReply(200, {
    permissions: Object.fromEntries(
      shown.map(([key, id, name]) => [
        key,
        {
          id: `${id}`,
          key,
          name,
          type: 'PROJECT',
          description: '',
          havePermission: access === 'granted' && site.may(key),
        },
      ]),
    ),
  });
}
