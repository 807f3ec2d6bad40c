import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { describeField } from './describe-field.ts';
import { failures } from './failure.ts';
import { findProject } from './find-project.ts';
import type { StoredIssue } from './issue-store.ts';
import { readIssue } from './with-issue.ts';

export const editMetadataRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/issue/:issue/editmeta', answer: readIssue(fields) },
];

/** What an edit may send, by the ids of the fields; a comment is on every screen. Nothing for whoever may not edit. */
function fields(issue: StoredIssue, context: Context): Reply {
  const project = findProject(context.site, issue.fields.project);
  if (!project) return failures.noIssue();
  const screen = context.site.may('EDIT_ISSUES') ? context.site.screen : [];
  const described = screen.map(field => [field.id, describeField(field, project, context)]);
  return jsonReply(200, { fields: { ...Object.fromEntries(described), comment } });
}

const comment = {
  required: false,
  schema: { type: 'comments-page', system: 'comment' },
  name: 'Comment',
  key: 'comment',
  hasDefaultValue: false,
  operations: ['add', 'edit', 'remove'],
};
