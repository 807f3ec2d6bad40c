import { emptyReply, jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import { accountUser } from './account.ts';
import { addComment, isInternal } from './add-comment.ts';
import type { Context } from './context.ts';
import { failures } from './failure.ts';
import type { IssueComment } from './issue.ts';
import type { StoredIssue } from './issue-store.ts';
import { jiraTime } from './jira-time.ts';
import { listComments, withProperties } from './list-comments.ts';
import { readComment } from './read-comment.ts';
import { renderComment } from './render-comment.ts';
import { namesOf } from './render-issue.ts';
import { readIssue, writeIssue } from './with-issue.ts';

const all = '/rest/api/:version/issue/:issue/comment';
const one = `${all}/:comment`;

export const commentRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: all, answer: readIssue(listComments) },
  { method: 'POST', pattern: all, answer: writeIssue(add) },
  { method: 'GET', pattern: one, answer: readIssue(withComment(read)) },
  { method: 'PUT', pattern: one, answer: writeIssue(withComment(replace)) },
  { method: 'DELETE', pattern: one, answer: writeIssue(withComment(remove)) },
];

type CommentAnswer = (comment: IssueComment, issue: StoredIssue, context: Context, call: Call) => Reply;

function withComment(answer: CommentAnswer): Parameters<typeof readIssue>[0] {
  return (issue, context, call) => {
    const comment = issue.comments.find(({ id }) => id === call.params.comment);
    return comment ? answer(comment, issue, context, call) : failures.noComment(call.params.comment ?? '');
  };
}

function add(issue: StoredIssue, context: Context, call: Call): Reply {
  if (!context.site.may('ADD_COMMENTS')) return failures.mayNotComment(accountUser(context.site).displayName);
  const reading = readComment(call.json, context);
  if (reading.kind === 'no') return reading.reply;
  const commented = addComment(issue, reading.comment, context);
  const comment = commented.comments.at(-1);
  return comment ? jsonReply(201, renderComment(commented, comment, context)) : failures.noIssue();
}

function read(comment: IssueComment, issue: StoredIssue, context: Context, call: Call): Reply {
  const shown = renderComment(issue, comment, context);
  return jsonReply(200, namesOf(call.query.expand, []).includes('properties') ? withProperties(shown, comment) : shown);
}

/** Properties that are not sent stay as they are. */
function replace(comment: IssueComment, issue: StoredIssue, context: Context, call: Call): Reply {
  const reading = readComment(call.json, context);
  if (reading.kind === 'no') return reading.reply;
  const properties = { ...comment.properties, ...reading.comment.properties };
  const replaced: IssueComment = {
    ...comment,
    body: reading.comment.body,
    properties,
    internal: isInternal(issue, properties, context),
    updated: jiraTime(context.now()),
  };
  context.store.put({ ...issue, comments: issue.comments.map(each => (each === comment ? replaced : each)) });
  return jsonReply(200, renderComment(issue, replaced, context));
}

function remove(comment: IssueComment, issue: StoredIssue, { store }: Context): Reply {
  store.put({ ...issue, comments: issue.comments.filter(each => each !== comment) });
  return emptyReply(204);
}
