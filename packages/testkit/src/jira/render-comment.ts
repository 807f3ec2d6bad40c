import { account } from './account.ts';
import type { Context } from './context.ts';
import type { IssueComment } from './issue.ts';
import type { StoredIssue } from './issue-store.ts';
import { renderRichText } from './render-rich-text.ts';

export function renderComment(issue: StoredIssue, comment: IssueComment, context: Context): Record<string, unknown> {
  const author = account(context);
  return {
    self: `${context.url}/rest/api/${context.version}/issue/${issue.id}/comment/${comment.id}`,
    id: comment.id,
    author,
    body: renderRichText(comment.body, context.version),
    updateAuthor: author,
    created: comment.created,
    updated: comment.updated,
    // A Data Center site tells by the property alone (pycontribs/jira#1011).
    ...(context.site.deployment === 'cloud' ? { jsdPublic: !comment.internal } : {}),
  };
}

/** All comments, as they stand in the field `comment` of an issue. */
export const renderComments = (issue: StoredIssue, context: Context): Record<string, unknown> => ({
  comments: issue.comments.map(comment => renderComment(issue, comment, context)),
  startAt: 0,
  maxResults: issue.comments.length,
  total: issue.comments.length,
});
