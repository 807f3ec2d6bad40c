import { isJsonObject } from '../simulator/is-json-object.ts';
import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { notAString } from './datacenter/bean-failure.ts';
import { failure, failures } from './failure.ts';
import { checkRichText } from './fields/check-rich-text.ts';
import { type Checked, refused } from './fields/checked.ts';
import type { IssueComment } from './issue.ts';
import type { StoredIssue } from './issue-store.ts';
import { jiraTime } from './jira-time.ts';
import { listComments } from './list-comments.ts';
import { readProperties } from './properties.ts';
import { renderComment } from './render-comment.ts';

export function checkComment(body: unknown, context: Context): Checked {
  if (typeof body === 'string' && context.version === '2' && body.trim() === '')
    return refused('Comment body can not be empty!');
  return checkRichText(body ?? undefined, context, 'Comment body is not valid!');
}

/** A comment that has passed every check. */
export type NewComment = Pick<IssueComment, 'body' | 'properties'>;

/** Stores a checked comment and gives back the issue that now has it. */
export function addComment(issue: StoredIssue, added: NewComment, { store, now }: Context): StoredIssue {
  const comment: IssueComment = { id: store.nextCommentId(), ...added, created: jiraTime(now()) };
  const commented = { ...issue, comments: [...issue.comments, comment] };
  store.put(commented);
  return commented;
}

export const commentRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/issue/:issue/comment', answer: listComments },
  { method: 'POST', pattern: '/rest/api/:version/issue/:issue/comment', answer: add },
];

function add(call: Call, context: Context): Reply {
  if (context.access !== 'granted') return failures.notAuthenticated();
  const issue = context.store.find(call.params.issue ?? '');
  if (!issue) return failures.noIssue();
  if (!isJsonObject(call.json)) return failures.unreadable();
  if (context.site.deployment === 'datacenter' && isJsonObject(call.json.body)) return notAString();
  const verdict = checkComment(call.json.body, context);
  if (verdict.kind === 'refused') return failure(400, [], { comment: verdict.message });
  if (verdict.kind === 'not-a-document') return failures.invalidDocument();
  const properties = readProperties(call.json.properties);
  if (!properties) return failures.invalidPayload();
  const commented = addComment(issue, { body: verdict.value, properties }, context);
  const comment = commented.comments.at(-1);
  return comment ? jsonReply(201, renderComment(commented, comment, context)) : failures.noIssue();
}
