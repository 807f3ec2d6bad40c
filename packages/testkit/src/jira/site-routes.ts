import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import { account } from './account.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';
import { fieldMetadata } from './field-metadata.ts';
import { projectCalled } from './find-project.ts';
import { serverInfo } from './server-info.ts';
import type { Named, Project } from './site.ts';

/** What the site tells about itself: who asks, which version, projects, priorities, fields. */
export const siteRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/myself', answer: myself },
  { method: 'GET', pattern: '/rest/api/:version/serverInfo', answer: serverInfo },
  { method: 'GET', pattern: '/rest/api/:version/priority/search', answer: priorities },
  { method: 'GET', pattern: '/rest/api/:version/project/:project', answer: withProject(project) },
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

type ProjectAnswer = (project: Project, context: Context, call: Call) => Reply;

function withProject(answer: ProjectAnswer): Route<Context>['answer'] {
  return (call, context) => {
    const key = call.params.project ?? '';
    const found = context.access === 'granted' ? projectCalled(context.site, key) : undefined;
    return found ? answer(found, context, call) : failures.noProject(key);
  };
}

function myself(_call: Call, context: Context): Reply {
  return context.access === 'granted' ? jsonReply(200, account(context)) : failures.notAuthenticated();
}

function priorities(_call: Call, { site, access, url, version }: Context): Reply {
  if (access !== 'granted') return failures.notAuthenticated();
  const self = (id: string): string => `${url}/rest/api/${version}/priority/${id}`;
  const values = site.priorities.map(item => ({ self: self(item.id), ...item, isDefault: item.name === 'Medium' }));
  return jsonReply(200, { startAt: 0, maxResults: 50, total: values.length, isLast: true, values });
}

function project({ issueTypes: types, components, ...rest }: Project, context: Context): Reply {
  return jsonReply(200, {
    self: `${context.url}/rest/api/${context.version}/project/${rest.id}`,
    ...rest,
    projectTypeKey: 'software',
    components,
    issueTypes: types.map(type => describeType(type, context)),
  });
}

function issueTypes(found: Project, context: Context, call: Call): Reply {
  const types = found.issueTypes.map(type => describeType(type, context));
  return metadataPage(call, context, 'issueTypes', types);
}

function fields(found: Project, context: Context, call: Call): Reply {
  if (!found.issueTypes.some(type => type.id === call.params.type)) return failure(400, ['Specify a valid issue type']);
  return metadataPage(call, context, 'fields', fieldMetadata(found, context.site));
}

/** Data Center calls the items `values`, whatever they are, as pycontribs/jira#1699 shows. */
function metadataPage(call: Call, { site }: Context, member: 'issueTypes' | 'fields', all: readonly unknown[]): Reply {
  const maxResults = Number(call.query.maxResults ?? 50);
  const startAt = Number(call.query.startAt ?? 0);
  if (maxResults > 200) return failure(400, ["Parameter 'maxResults' must not exceed the limit '200'"]);
  const end = startAt + maxResults;
  const items = all.slice(startAt, end);
  const named = site.deployment === 'cloud' ? { [member]: items } : { values: items, isLast: end >= all.length };
  return jsonReply(200, { ...named, startAt, maxResults, total: all.length });
}

const describeType = (type: Named, { url, version }: Context): Record<string, unknown> => ({
  self: `${url}/rest/api/${version}/issuetype/${type.id}`,
  ...type,
  description: '',
  subtask: false,
  hierarchyLevel: 0,
});
