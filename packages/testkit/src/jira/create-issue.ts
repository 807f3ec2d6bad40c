import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';
import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call } from '../simulator/route.ts';
import { accountUser } from './account.ts';
import { addComment } from './add-comment.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';
import type { Field } from './fields/field.ts';
import { findProject } from './find-project.ts';
import type { StoredIssue } from './issue-store.ts';
import { jiraTime } from './jira-time.ts';
import { type Edit, readEdit } from './read-edit.ts';
import { renderStatus } from './render-status.ts';
import type { Project } from './site.ts';

/** POST /issue. Nothing in it recognises a repeat: the same body twice makes two issues. */
export function createIssue(call: Call, context: Context): Reply {
  if (context.access !== 'granted') return failures.notAuthenticated();
  if (!isJsonObject(call.json)) return failures.unreadable();
  const sent = isJsonObject(call.json.fields) ? call.json.fields : {};
  const project = findProject(context.site, sent.project);
  if (!project) return failure(400, [], { project: 'Specify a valid project ID or key' });
  const { project: _, ...fields } = sent;
  const body = { ...call.json, fields: { ...missingFields(call.json, context), ...fields } };
  const screen = context.site.may('CREATE_ISSUES') ? context.site.screen : [];
  const reading = readEdit(body, { current: {}, project, screen }, context);
  if (reading.kind === 'no') return reading.reply;
  const issue = store(reading.edit, project, context);
  const self = `${context.url}/rest/api/${context.version}/issue/${issue.id}`;
  return jsonReply(201, { id: issue.id, key: issue.key, self });
}

/** A required field that nobody sets takes part as undefined: its own check then says that it is missing. */
function missingFields({ update }: JsonObject, { site }: Context): JsonObject {
  const missing = site.screen.filter(
    ({ id, required, preset }) => required && !preset && !(isJsonObject(update) && Object.hasOwn(update, id)),
  );
  return Object.fromEntries(missing.map(({ id }) => [id, undefined]));
}

function store({ values, comments, properties }: Edit, project: Project, context: Context): StoredIssue {
  const createdMs = context.now();
  const issue: StoredIssue = {
    id: context.store.nextId(),
    key: context.store.nextKey(project.key),
    createdMs,
    fields: {
      ...emptyFields(project, context),
      project: { id: project.id, key: project.key, name: project.name },
      ...values,
      created: jiraTime(createdMs),
      updated: jiraTime(createdMs),
    },
    properties,
    comments: [],
    attachments: [],
    remoteLinks: [],
  };
  context.store.put(issue);
  return comments.reduce<StoredIssue>((current, comment) => addComment(current, comment, context), issue);
}

function emptyFields(project: Project, context: Context): JsonObject {
  const { site } = context;
  const { accountId, name, displayName } = accountUser(site);
  const empty = ({ schema, preset }: Field): unknown =>
    preset ? preset({ site, project }) : schema.type === 'array' && schema.system ? [] : null;
  return {
    ...Object.fromEntries(site.fields.map(field => [field.id, empty(field)])),
    resolution: null,
    resolutiondate: null,
    reporter: { accountId, name, displayName },
    creator: { accountId, name, displayName },
    status: renderStatus(site.workflow.statuses[0], context),
  };
}
