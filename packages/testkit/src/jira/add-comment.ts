import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';
import type { Context } from './context.ts';
import { findProject } from './find-project.ts';
import type { IssueComment } from './issue.ts';
import type { StoredIssue } from './issue-store.ts';
import { jiraTime } from './jira-time.ts';

/** A comment that has passed every check. */
export type NewComment = Pick<IssueComment, 'body' | 'properties'>;

/** Stores a checked comment and gives back the issue that now has it. */
export function addComment(issue: StoredIssue, added: NewComment, context: Context): StoredIssue {
  const { store, now } = context;
  const created = jiraTime(now());
  const internal = isInternal(issue, added.properties, context);
  const comment: IssueComment = { id: `${store.nextCommentId()}`, ...added, created, updated: created, internal };
  const commented = { ...issue, comments: [...issue.comments, comment] };
  store.put(commented);
  return commented;
}

/** Only a service desk has customers to keep it from; elsewhere the property is stored and says nothing. */
export function isInternal(issue: StoredIssue, properties: JsonObject, { site }: Context): boolean {
  const { 'sd.public.comment': mark } = properties;
  const project = findProject(site, issue.fields.project);
  return project?.type === 'service_desk' && isJsonObject(mark) && mark.internal === true;
}
