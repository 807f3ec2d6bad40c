import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';
import { emptyReply, jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import { addComment } from './add-comment.ts';
import type { Context } from './context.ts';
import { describeField } from './describe-field.ts';
import { failure, failures } from './failure.ts';
import { isEmpty } from './fields/check-fields.ts';
import type { Field } from './fields/field.ts';
import { findProject } from './find-project.ts';
import type { StoredIssue } from './issue-store.ts';
import { jiraTime } from './jira-time.ts';
import { readEdit } from './read-edit.ts';
import { namesOf } from './render-issue.ts';
import { renderStatus } from './render-status.ts';
import type { Project } from './site.ts';
import { readIssue, writeIssue } from './with-issue.ts';
import { resolutionField, type Transition } from './workflow.ts';

export const transitionRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/issue/:issue/transitions', answer: readIssue(list) },
  { method: 'POST', pattern: '/rest/api/:version/issue/:issue/transitions', answer: writeIssue(move) },
];

/** The ways that are open from where the issue is now: none to an account that may not move it. */
function openTo(issue: StoredIssue, { site }: Context): readonly Transition[] {
  if (!site.may('TRANSITION_ISSUES')) return [];
  const { status } = issue.fields;
  const name = isJsonObject(status) ? String(status.name) : '';
  return site.workflow.transitions.filter(({ from }) => from?.includes(name) ?? true);
}

/** One without a screen of its own takes whatever an edit takes, and `resolution` beside it. */
const screenOf = ({ screen }: Transition, { site }: Context): readonly Field[] =>
  screen ?? [...site.screen, resolutionField];

function list(issue: StoredIssue, context: Context, call: Call): Reply {
  const project = findProject(context.site, issue.fields.project);
  if (!project) return failures.noIssue();
  const expanded = namesOf(call.query.expand, []).includes('transitions.fields');
  const transitions = openTo(issue, context).map(transition => ({
    id: transition.id,
    name: transition.name,
    to: renderStatus(transition.to, context),
    hasScreen: transition.screen !== undefined,
    isGlobal: transition.from === undefined,
    isInitial: false,
    isAvailable: true,
    isConditional: false,
    looped: false,
    ...(expanded ? { fields: describeScreen(screenOf(transition, context), project, context) } : {}),
  }));
  return jsonReply(200, { expand: 'transitions', transitions });
}

const describeScreen = (screen: readonly Field[], project: Project, context: Context): JsonObject =>
  Object.fromEntries(screen.map(field => [field.id, describeField(field, project, context)]));

function move(issue: StoredIssue, context: Context, call: Call): Reply {
  const project = findProject(context.site, issue.fields.project);
  if (!project) return failures.noIssue();
  if (!isJsonObject(call.json)) return failures.unreadable();
  const { transition: asked } = call.json;
  const id = isJsonObject(asked) ? String(asked.id) : '';
  const transition = openTo(issue, context).find(each => each.id === id);
  if (!transition) return failure(400, [`Transition id '${id}' is not valid for this issue.`]);

  const screen = screenOf(transition, context);
  const sent = { ...missingFields(call.json, screen, issue), ...fieldsOf(call.json) };
  const reading = readEdit({ ...call.json, fields: sent }, { current: issue.fields, project, screen }, context);
  if (reading.kind === 'no') return reading.reply;
  const now = jiraTime(context.now());
  const done = transition.to.category === 'done';
  const { resolution, ...values } = reading.edit.values;
  const closedAs = context.site.workflow.resolutions.find(({ name }) => name === transition.resolution);
  const moved: StoredIssue = {
    ...issue,
    fields: {
      ...issue.fields,
      ...values,
      status: renderStatus(transition.to, context),
      resolution: done ? (resolution ?? closedAs ?? null) : null,
      resolutiondate: done ? now : null,
      updated: now,
    },
    properties: { ...issue.properties, ...reading.edit.properties },
  };
  context.store.put(moved);
  reading.edit.comments.reduce<StoredIssue>((current, comment) => addComment(current, comment, context), moved);
  return emptyReply(204);
}

const fieldsOf = ({ fields }: JsonObject): JsonObject => (isJsonObject(fields) ? fields : {});

/** A required field that the issue has no value of takes part as undefined, unless an update sets it. */
function missingFields({ update }: JsonObject, screen: readonly Field[], issue: StoredIssue): JsonObject {
  const missing = screen.filter(
    ({ id, required }) => required && isEmpty(issue.fields[id]) && !(isJsonObject(update) && Object.hasOwn(update, id)),
  );
  return Object.fromEntries(missing.map(({ id }) => [id, undefined]));
}
