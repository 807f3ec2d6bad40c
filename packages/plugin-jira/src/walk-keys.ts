import { ItsmError } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Connection } from './connection.ts';
import { insist } from './insist.ts';
import { type MarkedIssue, markedIssue } from './marked-issue.ts';
import { propertyKey } from './payload.ts';
import { stretchOfKeys } from './stretch-of-keys.ts';

/** What POST /rest/api/3/issue/bulkfetch takes at the most. */
const pageSize = 100;

const answer = z.object({ issues: z.array(markedIssue) });

/**
 * Every issue of the project that may have been created since `from`, read by key.
 *
 * Keys are sequential within a project, with gaps, and reading by key sees what search does not show yet. The walk starts
 * below all that may be ours, and ends where a whole page of keys beyond what search shows has no issue.
 */
export async function walkKeys(
  connection: Connection,
  from: Date,
  signal: AbortSignal,
): Promise<readonly MarkedIssue[]> {
  const { http, project, clock } = connection;
  const seen: MarkedIssue[] = [];
  const { start, shown } = await stretchOfKeys(connection, from, signal);
  for (let next = start; ; next += pageSize) {
    const issueIdsOrKeys = Array.from({ length: pageSize }, (_, offset) => `${project}-${next + offset}`);
    const asked = { issueIdsOrKeys, fields: ['labels', 'created'], properties: [propertyKey] };
    const { data } = await insist(() => http.post('/rest/api/3/issue/bulkfetch', asked, { signal }), clock, signal);
    const parsed = answer.safeParse(data);
    if (!parsed.success)
      throw new ItsmError('unavailable', 'The look-up by key was answered without a list of issues.');
    if (parsed.data.issues.length === 0 && next > shown) return seen;
    seen.push(...parsed.data.issues);
  }
}
