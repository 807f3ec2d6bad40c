import type { JsonObject } from '../simulator/is-json-object.ts';
import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call } from '../simulator/route.ts';
import type { Context } from './context.ts';
import type { IssueComment } from './issue.ts';
import type { StoredIssue } from './issue-store.ts';
import { renderComment } from './render-comment.ts';
import { namesOf } from './render-issue.ts';

/** One page of comments, oldest first unless `orderBy=-created`; their properties only with `expand=properties`. */
export function listComments(issue: StoredIssue, context: Context, { query }: Call): Reply {
  const ordered = query.orderBy === '-created' ? issue.comments.toReversed() : issue.comments;
  const startAt = Number(query.startAt ?? 0);
  const maxResults = Math.min(Number(query.maxResults ?? 100), 5_000);
  const expanded = namesOf(query.expand, []).includes('properties');
  const comments = ordered.slice(startAt, startAt + maxResults).map(comment => {
    const shown = renderComment(issue, comment, context);
    return expanded ? withProperties(shown, comment) : shown;
  });
  return jsonReply(200, { startAt, maxResults, total: ordered.length, comments });
}

/** A comment as it is shown to whoever asks for `expand=properties`. */
export const withProperties = (shown: JsonObject, { properties }: IssueComment): JsonObject => ({
  ...shown,
  properties: Object.entries(properties).map(([key, value]) => ({ key, value })),
});
