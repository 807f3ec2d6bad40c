import { isJsonObject } from '../simulator/is-json-object.ts';
import { emptyReply, jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import { addComment } from './add-comment.ts';
import type { Context } from './context.ts';
import { createIssue } from './create-issue.ts';
import { failure, failures } from './failure.ts';
import { findProject } from './find-project.ts';
import type { StoredIssue } from './issue-store.ts';
import { jiraTime } from './jira-time.ts';
import { readEdit } from './read-edit.ts';
import { namesOf, renderIssue } from './render-issue.ts';
import { transitionRoutes } from './transitions.ts';
import { readIssue, writeIssue } from './with-issue.ts';

export const issueRoutes: readonly Route<Context>[] = [
  { method: 'POST', pattern: '/rest/api/:version/issue', answer: createIssue },
  { method: 'POST', pattern: '/rest/api/:version/issue/bulkfetch', answer: bulkFetch },
  { method: 'GET', pattern: '/rest/api/:version/issue/:issue', answer: readIssue(read) },
  { method: 'PUT', pattern: '/rest/api/:version/issue/:issue', answer: writeIssue(edit) },
  ...transitionRoutes,
];

function read(issue: StoredIssue, context: Context, call: Call): Reply {
  const wanted = {
    fields: namesOf(call.query.fields, ['*all']),
    properties: namesOf(call.query.properties, []),
    expand: namesOf(call.query.expand, []),
  };
  return jsonReply(200, renderIssue(issue, wanted, context));
}

function edit(issue: StoredIssue, context: Context, call: Call): Reply {
  if (!isJsonObject(call.json)) return failures.unreadable();
  const project = findProject(context.site, issue.fields.project);
  if (!project) return failures.noIssue();
  const screen = context.site.may('EDIT_ISSUES') ? context.site.screen : [];
  const reading = readEdit(call.json, { current: issue.fields, project, screen }, context);
  if (reading.kind === 'no') return reading.reply;
  const { values, comments, properties } = reading.edit;
  const edited: StoredIssue = {
    ...issue,
    fields: { ...issue.fields, ...values, updated: jiraTime(context.now()) },
    properties: { ...issue.properties, ...properties },
  };
  context.store.put(edited);
  comments.reduce<StoredIssue>((current, comment) => addComment(current, comment, context), edited);
  return emptyReply(204);
}

/** Reads by id or key straight from the records: unlike search it sees an issue from the moment it is made. */
function bulkFetch(call: Call, context: Context): Reply {
  if (!isJsonObject(call.json)) return failures.unreadable();
  const asked = namesOf(call.json.issueIdsOrKeys, []);
  if (asked.length > 100) return failure(400, ['The number of issue IDs or keys must not exceed the limit 100.']);
  const wanted = {
    fields: namesOf(call.json.fields, ['*navigable']),
    properties: namesOf(call.json.properties, []),
  };
  const find = (name: string): StoredIssue | undefined =>
    context.access === 'granted' ? context.store.find(name) : undefined;
  const found = new Set(asked.map(find).filter(issue => issue !== undefined));
  return jsonReply(200, {
    issues: [...found]
      .toSorted((a, b) => Number(a.id) - Number(b.id))
      .map(issue => renderIssue(issue, wanted, context)),
    issueErrors: asked
      .filter(name => !find(name))
      .map(id => ({ id, errorMessage: 'Issue does not exist or you do not have permission to see it.' })),
  });
}
