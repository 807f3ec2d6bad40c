import { ItsmError } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Connection } from './connection.ts';
import { type MarkedIssue, markedIssue } from './marked-issue.ts';
import { propertyKey } from './payload.ts';
import { searchIssues } from './search-issues.ts';

/** What POST /rest/api/3/issue/bulkfetch takes at the most. */
const pageSize = 100;
/** Jira's clock and ours may differ: an issue has to be this much older than the doubt to count as older. */
const clockMarginMs = 5 * 60_000;

const answer = z.object({ issues: z.array(markedIssue) });

/**
 * Every issue of the project that may have been created since `from`, read by key.
 *
 * Keys are sequential within a project, with gaps, and reading by key sees what search does not show yet. The walk starts
 * after the newest issue that is certainly older, and ends where a whole page of keys has no issue.
 */
export async function walkKeys(
  connection: Connection,
  from: Date,
  signal: AbortSignal,
): Promise<readonly MarkedIssue[]> {
  const { http, project } = connection;
  const seen: MarkedIssue[] = [];
  for (let next = (await lastOlderNumber(connection, from, signal)) + 1; ; next += pageSize) {
    const issueIdsOrKeys = Array.from({ length: pageSize }, (_, offset) => `${project}-${next + offset}`);
    const asked = { issueIdsOrKeys, fields: ['labels', 'created'], properties: [propertyKey] };
    const { data } = await http.post('/rest/api/3/issue/bulkfetch', asked, { signal });
    const parsed = answer.safeParse(data);
    if (!parsed.success)
      throw new ItsmError('unavailable', 'The look-up by key was answered without a list of issues.');
    if (parsed.data.issues.length === 0) return seen;
    seen.push(...parsed.data.issues);
  }
}

/** The number of the newest issue that search shows and that is older than the doubt; 0 where there is none. */
async function lastOlderNumber(connection: Connection, from: Date, signal: AbortSignal): Promise<number> {
  const before = from.getTime() - clockMarginMs;
  const jql = `project = "${connection.project}" ORDER BY key DESC`;
  let token: string | undefined;
  do {
    const { issues, nextPageToken } = await searchIssues(connection, jql, signal, token);
    const older = issues.find(({ fields }) => Date.parse(fields?.created ?? '') < before);
    if (older) return Number(older.key.slice(older.key.lastIndexOf('-') + 1));
    token = nextPageToken;
  } while (token !== undefined);
  return 0;
}
