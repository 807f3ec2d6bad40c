import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failures } from './failure.ts';
import type { IssueComment } from './issue.ts';
import { renderComment } from './render-comment.ts';
import { namesOf } from './render-issue.ts';

/** One page of comments, oldest first unless `orderBy=-created`; their properties only with `expand=properties`. */
export function listComments({ params, query }: Call, context: Context): Reply {
  const issue = context.access === 'granted' ? context.store.find(params.issue ?? '') : undefined;
  if (!issue) return failures.noIssue();
  const ordered = query.orderBy === '-created' ? issue.comments.toReversed() : issue.comments;
  const startAt = Number(query.startAt ?? 0);
  const maxResults = Math.min(Number(query.maxResults ?? 100), 5_000);
  const expanded = namesOf(query.expand, []).includes('properties');
  const comments = ordered.slice(startAt, startAt + maxResults).map(comment => ({
    ...renderComment(issue, comment, context),
    ...(expanded ? { properties: renderProperties(comment) } : {}),
  }));
  return jsonReply(200, { startAt, maxResults, total: ordered.length, comments });
}

const renderProperties = ({ properties }: IssueComment): readonly unknown[] =>
  Object.entries(properties).map(([key, value]) => ({ key, value }));
