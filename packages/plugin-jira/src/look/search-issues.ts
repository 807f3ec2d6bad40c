import { ItsmError } from '@itsm-bridge/core';
import { z } from 'zod';
import { propertyKey } from '../prepare/payload.ts';
import type { Connection } from '../site/connection.ts';
import { insist } from './insist.ts';
import { type MarkedIssue, markedIssue } from './marked-issue.ts';

const page = z.object({ issues: z.array(markedIssue), nextPageToken: z.string().optional() });
export interface IssuePage {
  readonly issues: readonly MarkedIssue[];
  /** The query has further issues. */
  readonly more: boolean;
}

/** GET /rest/api/3/search/jql, one page. It answers with ids alone unless fields are named, and it lags behind writes. */
export async function searchIssues({ api, clock }: Connection, jql: string, signal: AbortSignal): Promise<IssuePage> {
  const params = { jql, fields: 'labels,created', properties: propertyKey, maxResults: 50 };
  const parsed = page.safeParse((await insist(() => api.get('/search/jql', { params, signal }), clock, signal)).data);
  if (!parsed.success) throw new ItsmError('unavailable', 'The search was answered without a list of issues.');
  const { issues, nextPageToken } = parsed.data;
  return { issues, more: nextPageToken !== undefined };
}
