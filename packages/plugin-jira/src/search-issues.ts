import { ItsmError } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Connection } from './connection.ts';
import { type MarkedIssue, markedIssue } from './marked-issue.ts';
import { propertyKey } from './payload.ts';

const page = z.object({ issues: z.array(markedIssue), nextPageToken: z.string().optional() });
export interface IssuePage {
  readonly issues: readonly MarkedIssue[];
  readonly nextPageToken?: string;
}

/** GET /rest/api/3/search/jql, one page. It answers with ids alone unless fields are named, and it lags behind writes. */
export async function searchIssues(
  { http }: Connection,
  jql: string,
  signal: AbortSignal,
  nextPageToken?: string,
): Promise<IssuePage> {
  const params = { jql, fields: 'labels,created', properties: propertyKey, maxResults: 50, nextPageToken };
  const parsed = page.safeParse((await http.get('/rest/api/3/search/jql', { params, signal })).data);
  if (!parsed.success) throw new ItsmError('unavailable', 'The search was answered without a list of issues.');
  const { issues, nextPageToken: next } = parsed.data;
  return { issues, ...(next === undefined ? {} : { nextPageToken: next }) };
}
