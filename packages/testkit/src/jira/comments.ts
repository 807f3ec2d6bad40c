import { isJsonObject } from '../simulator/is-json-object.ts';
import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import { account } from './account.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';
import { checkRichText } from './fields/check-rich-text.ts';
import { type Checked, refused } from './fields/checked.ts';
import type { IssueComment } from './issue.ts';
import type { StoredIssue } from './issue-store.ts';
import { jiraTime } from './jira-time.ts';
import { renderRichText } from './render-rich-text.ts';

export function checkComment(body: unknown, context: Context): Checked {
  if (typeof body === 'string' && context.version === '2' && body.trim() === '')
    return refused('Comment body can not be empty!');
  return checkRichText(body ?? undefined, context, 'Comment body is not valid!');
}

/** Stores a checked comment and gives back the issue that now has it. */
export function addComment(issue: StoredIssue, body: unknown, { store, now }: Context): StoredIssue {
  const comment: IssueComment = { id: store.nextCommentId(), body, created: jiraTime(now()) };
  const commented = { ...issue, comments: [...issue.comments, comment] };
  store.put(commented);
  return commented;
}

function renderComment(issue: StoredIssue, comment: IssueComment, context: Context): Record<string, unknown> {
  const author = account(context);
  return {
    self: `${context.url}/rest/api/${context.version}/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author,
    body: renderRichText(comment.body, context.version),
    updateAuthor: author,
    created: comment.created,
    updated: comment.created,
    jsdPublic: true,
  };
}

export const renderComments = (issue: StoredIssue, context: Context): Record<string, unknown> => ({
  comments: issue.comments.map(comment => renderComment(issue, comment, context)),
  startAt: 0,
  maxResults: issue.comments.length,
  total: issue.comments.length,
});

export const commentRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/issue/:issue/comment', answer: list },
  { method: 'POST', pattern: '/rest/api/:version/issue/:issue/comment', answer: add },
];

function list(call: Call, context: Context): Reply {
  const issue = context.access === 'granted' ? context.store.find(call.params.issue ?? '') : undefined;
  return issue ? jsonReply(200, renderComments(issue, context)) : failures.noIssue();
}

function add(call: Call, context: Context): Reply {
  if (context.access !== 'granted') return failures.notAuthenticated();
  const issue = context.store.find(call.params.issue ?? '');
  if (!issue) return failures.noIssue();
  if (!isJsonObject(call.json)) return failures.unreadable();
  const verdict = checkComment(call.json.body, context);
  if (verdict.kind === 'refused') return failure(400, [], { comment: verdict.message });
  if (verdict.kind === 'not-a-document') return failures.invalidDocument();
  const commented = addComment(issue, verdict.value, context);
  const comment = commented.comments.at(-1);
  return comment ? jsonReply(201, renderComment(commented, comment, context)) : failures.noIssue();
}
