import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { describeField, projectField } from './describe-field.ts';
import { failure } from './failure.ts';
import { issueTypeKind } from './fields/named-kind.ts';
import { withProject } from './find-project.ts';
import type { Project } from './site.ts';

/** What a create may send: the issue types of a project, and the fields of a type. Every type has the same screen. */
export const createMetadataRoutes: readonly Route<Context>[] = [
  {
    method: 'GET',
    pattern: '/rest/api/:version/issue/createmeta/:project/issuetypes',
    answer: withProject(issueTypes),
  },
  {
    method: 'GET',
    pattern: '/rest/api/:version/issue/createmeta/:project/issuetypes/:type',
    answer: withProject(fields),
  },
];

function issueTypes(project: Project, context: Context, call: Call): Reply {
  const creatable = context.site.may('CREATE_ISSUES') ? project.issueTypes : [];
  return page(
    call,
    'issueTypes',
    creatable.map(type => issueTypeKind.show?.(type, context)),
  );
}

function fields(project: Project, context: Context, call: Call): Reply {
  const type = project.issueTypes.find(({ id }) => id === call.params.type);
  if (!type) return failure(400, ['Specify a valid issue type']);
  // The list of types is that of the one asked for: no other can be chosen here.
  const ofType = { ...project, issueTypes: [type] };
  const described = context.site.screen.map(field => describeField(field, ofType, context));
  return page(
    call,
    'fields',
    [projectField(project, context), ...described].map(field => ({ fieldId: field.key, ...field })),
  );
}

function page(call: Call, member: 'issueTypes' | 'fields', all: readonly unknown[]): Reply {
  const maxResults = Number(call.query.maxResults ?? 50);
  const startAt = Number(call.query.startAt ?? 0);
  if (maxResults > 200) return failure(400, ["Parameter 'maxResults' must not exceed the limit '200'"]);
  return jsonReply(200, { [member]: all.slice(startAt, startAt + maxResults), startAt, maxResults, total: all.length });
}
