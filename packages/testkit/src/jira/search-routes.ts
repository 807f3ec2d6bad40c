import { isJsonObject, type JsonObject } from '../simulator/is-json-object.ts';
import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failure, failures } from './failure.ts';
import type { StoredIssue } from './issue-store.ts';
import { candidates } from './jql/candidates.ts';
import { parseJql } from './jql/parse-jql.ts';
import { runJql } from './jql/run-jql.ts';
import { valueComplaint } from './jql/value-complaint.ts';
import { pageAfter, tokenAt } from './page-token.ts';
import { namesOf, renderIssue } from './render-issue.ts';

export const searchRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/search/jql', answer: (call, context) => search(call.query, context) },
  { method: 'POST', pattern: '/rest/api/:version/search/jql', answer: searchByBody },
  { method: 'GET', pattern: '/rest/api/:version/search', answer: failures.removedSearch },
  { method: 'POST', pattern: '/rest/api/:version/search', answer: failures.removedSearch },
];

const members = 'jql fields maxResults nextPageToken expand properties fieldsByKeys reconcileIssues'.split(' ');

function searchByBody(call: Call, context: Context): Reply {
  if (!isJsonObject(call.json)) return failures.unreadable();
  if (Object.keys(call.json).some(name => !members.includes(name))) return failures.invalidPayload();
  return search(call.json, context);
}

function search(asked: JsonObject, context: Context): Reply {
  const jql = typeof asked.jql === 'string' ? asked.jql : '';
  const reading = parseJql(jql);
  if (reading.kind === 'refused') return failure(400, [reading.message]);
  if (reading.query.clauses.length === 0)
    return failure(400, ['Unbounded JQL queries are not allowed here. Please add a search restriction to your query.']);
  // Nothing is visible to a stranger, and the site does not say that the caller is one.
  if (context.access !== 'granted') return jsonReply(200, { issues: [], isLast: true });
  const complaint = valueComplaint(reading.query, context);
  if (complaint) return failure(400, [complaint]);

  const start = pageAfter(asked.nextPageToken, jql);
  if (start === undefined) return failures.invalidPayload();
  const among = candidates(context.store, reading.query).filter(isVisible(asked, context));
  const found = runJql(among, reading.query, context.now());
  const end = start + pageSize(asked.maxResults);
  const isLast = end >= found.length;
  const issues = found.slice(start, end).map(issue => renderFound(issue, asked, context));
  return jsonReply(200, { issues, isLast, ...(isLast ? {} : { nextPageToken: tokenAt(end, jql) }) });
}

/** 50 unless asked otherwise, 5,000 at most. */
function pageSize(asked: unknown): number {
  const size = Number(asked ?? 50);
  return size > 0 ? Math.min(size, 5_000) : 50;
}

/** The index follows the records late: what it has taken in, and what the caller asked to be reconciled. */
function isVisible(asked: JsonObject, { site, now }: Context): (issue: StoredIssue) => boolean {
  const reconciled = Array.isArray(asked.reconcileIssues) ? asked.reconcileIssues.map(String) : [];
  const indexed = now() - site.indexLagMs;
  return issue => issue.createdMs <= indexed || reconciled.includes(issue.id);
}

/** Asked for no fields, search gives ids and nothing else. */
function renderFound(issue: StoredIssue, asked: JsonObject, context: Context): Record<string, unknown> {
  const fields = namesOf(asked.fields, ['id']);
  const properties = namesOf(asked.properties, []);
  const idOnly = fields.every(name => name === 'id') && properties.length === 0;
  return idOnly ? { id: issue.id } : renderIssue(issue, { fields, properties }, context);
}
