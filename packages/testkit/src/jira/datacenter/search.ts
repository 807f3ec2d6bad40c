import { isJsonObject, type JsonObject } from '../../simulator/is-json-object.ts';
import { jsonReply, type Reply } from '../../simulator/reply.ts';
import type { Call, Route } from '../../simulator/route.ts';
import type { Context } from '../context.ts';
import { failure, failures } from '../failure.ts';
import { candidates } from '../jql/candidates.ts';
import { parseJql } from '../jql/parse-jql.ts';
import { runJql } from '../jql/run-jql.ts';
import { namesOf, renderIssue } from '../render-issue.ts';
import { unknownMember } from './bean-failure.ts';
import { queryComplaints } from './query-complaints.ts';

/** The search that Cloud has removed. It knows nothing of issue properties, and a query may be unbounded. */
export const searchRoutes: readonly Route<Context>[] = [
  { method: 'GET', pattern: '/rest/api/:version/search', answer: (call, context) => search(call.query, context) },
  { method: 'POST', pattern: '/rest/api/:version/search', answer: searchByBody },
];

const members = 'jql startAt maxResults fields validateQuery expand'.split(' ');

function searchByBody(call: Call, context: Context): Reply {
  if (!isJsonObject(call.json)) return failures.unreadable();
  const unknown = Object.keys(call.json).find(name => !members.includes(name));
  return unknown === undefined
    ? search(call.json, context)
    : unknownMember(unknown, 'com.atlassian.jira.rest.v2.search.SearchRequestBean');
}

function search(asked: JsonObject, context: Context): Reply {
  const { store, site, access, now } = context;
  const reading = parseJql(typeof asked.jql === 'string' ? asked.jql : '');
  if (reading.kind === 'refused') return failure(400, [reading.message]);
  const complaints = queryComplaints(reading.query, context);
  const judgement = judgementOf(asked.validateQuery);
  if (judgement === 'strict' && complaints.length > 0) return failure(400, complaints);

  const indexed = now() - site.indexLagMs;
  const among = access === 'granted' ? candidates(store, reading.query) : [];
  const found = runJql(
    among.filter(issue => issue.createdMs <= indexed),
    reading.query,
    now(),
  );
  const startAt = Math.max(0, Number(asked.startAt ?? 0));
  const maxResults = pageSize(asked.maxResults);
  const wanted = { fields: namesOf(asked.fields, ['*navigable']), properties: [] };
  return jsonReply(200, {
    expand: 'schema,names',
    startAt,
    maxResults,
    total: found.length,
    issues: found.slice(startAt, startAt + maxResults).map(issue => renderIssue(issue, wanted, context)),
    ...(judgement === 'warn' && complaints.length > 0 ? { warningMessages: complaints } : {}),
  });
}

/** 50 unless asked otherwise; 1,000 at most, whatever is asked, and the answer says so. */
function pageSize(asked: unknown): number {
  const size = Number(asked ?? 50);
  return size >= 0 ? Math.min(size, 1_000) : 1_000;
}

/** Refuses a query with a value that does not exist, unless asked to warn of it or to say nothing. */
function judgementOf(sent: unknown): 'strict' | 'warn' | 'none' {
  const text = String(sent ?? 'strict').toLowerCase();
  if (text === 'warn') return 'warn';
  return text === 'false' || text === 'none' ? 'none' : 'strict';
}
