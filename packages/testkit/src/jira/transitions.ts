import { isJsonObject } from '../simulator/is-json-object.ts';
import { emptyReply, jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import { addComment } from './comments.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';
import { findProject } from './find-project.ts';
import type { StoredIssue } from './issue-store.ts';
import { jiraTime } from './jira-time.ts';
import { readEdit } from './read-edit.ts';
import { renderStatus } from './render-status.ts';
import type { Transition } from './workflow.ts';

export const transitionRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/issue/:issue/transitions', answer: list },
  { method: 'POST', pattern: '/rest/api/:version/issue/:issue/transitions', answer: move },
];

/** The ways that are open from where the issue is now. */
function openTo(issue: StoredIssue, { site }: Context): readonly Transition[] {
  const { status } = issue.fields;
  const name = isJsonObject(status) ? String(status.name) : '';
  return site.workflow.transitions.filter(({ from }) => from?.includes(name) ?? true);
}

function list(call: Call, context: Context): Reply {
  const issue = context.access === 'granted' ? context.store.find(call.params.issue ?? '') : undefined;
  if (!issue) return failures.noIssue();
  const transitions = openTo(issue, context).map(({ id, name, to, from }) => ({
    id,
    name,
    to: renderStatus(to, context),
    hasScreen: false,
    isGlobal: from === undefined,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    isLooped: false,
  }));
  return jsonReply(200, { expand: 'transitions', transitions });
}

/** Every transition has a screen with all fields, and `resolution` beside them, which no other screen has. */
function move(call: Call, context: Context): Reply {
  if (context.access !== 'granted') return failures.notAuthenticated();
  const issue = context.store.find(call.params.issue ?? '');
  const project = issue && findProject(context.site, issue.fields.project);
  if (!issue || !project) return failures.noIssue();
  if (!isJsonObject(call.json)) return failures.unreadable();
  const { transition: asked, fields } = call.json;
  const id = isJsonObject(asked) ? String(asked.id) : '';
  const transition = openTo(issue, context).find(each => each.id === id);
  if (!transition) return failure(400, [`Transition id '${id}' is not valid for this issue.`]);

  const { resolution, ...others } = isJsonObject(fields) ? fields : {};
  const closedAs = isJsonObject(resolution) ? resolution.name : transition.resolution;
  const known = context.site.workflow.resolutions.find(({ name }) => name === closedAs);
  if (!known) return failure(400, [], { resolution: `Resolution name '${closedAs}' is not valid` });
  const reading = readEdit({ ...call.json, fields: others }, issue.fields, project, context);
  if (reading.kind === 'no') return reading.reply;
  const now = jiraTime(context.now());
  const done = transition.to.category === 'done';
  const moved: StoredIssue = {
    ...issue,
    fields: {
      ...issue.fields,
      ...reading.edit.values,
      status: renderStatus(transition.to, context),
      resolution: done ? known : null,
      resolutiondate: done ? now : null,
      updated: now,
    },
    properties: { ...issue.properties, ...reading.edit.properties },
  };
  context.store.put(moved);
  reading.edit.comments.reduce<StoredIssue>((current, comment) => addComment(current, comment, context), moved);
  return emptyReply(204);
}
