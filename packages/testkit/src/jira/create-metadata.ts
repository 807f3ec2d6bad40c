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
    context,
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
    context,
    'fields',
    [projectField(project, context), ...described].map(field => ({ fieldId: field.key, ...field })),
  );
}

/** Data Center calls the items `values`, whatever they are, as pycontribs/jira#1699 shows. */
function page(call: Call, { site }: Context, member: 'issueTypes' | 'fields', all: readonly unknown[]): Reply {
  const maxResults = Number(call.query.maxResults ?? 50);
  const startAt = Number(call.query.startAt ?? 0);
  if (maxResults > 200) return failure(400, ["Parameter 'maxResults' must not exceed the limit '200'"]);
  const end = startAt + maxResults;
  const items = all.slice(startAt, end);
  const named = site.deployment === 'cloud' ? { [member]: items } : { values: items, isLast: end >= all.length };
  return jsonReply(200, { ...named, startAt, maxResults, total: all.length });
}
