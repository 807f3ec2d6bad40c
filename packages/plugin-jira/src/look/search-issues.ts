import { ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { propertyKey } from '../prepare/payload.ts';
import type { Connection } from '../site/connection.ts';
import { insist } from './insist.ts';
import { type MarkedIssue, markedIssue } from './marked-issue.ts';

const page = z.object({
  issues: z.array(markedIssue),
  /** Of Cloud, where there are further issues. */
  nextPageToken: z.string().optional(),
  /** Of Data Center. */
  total: z.number().optional(),
});
export interface IssuePage {
  readonly issues: readonly MarkedIssue[];
  /** The query has further issues. */
  readonly more: boolean;
}

const pageSize = 50;

/**
 * One page. Cloud: GET …/search/jql, which answers with ids alone unless fields are named, and lags behind writes. Data
 * Center: GET …/search, which Cloud has removed; it tells no properties, so that only labels mark an issue there.
 */
export async function searchIssues({ api, clock }: Connection, jql: string, signal: AbortSignal): Promise<IssuePage> {
  const asked = { jql, fields: 'labels,created', maxResults: pageSize };
  const cloud = (await api.deployment()) === 'cloud';
  const search = () =>
    cloud
      ? api.get('/search/jql', { params: { ...asked, properties: propertyKey }, signal })
      : api.get('/search', { params: asked, signal });
  const parsed = page.safeParse((await insist(search, clock, signal)).data);
  if (!parsed.success) throw new ItsmError('unavailable', 'The search was answered without a list of issues.');
  const { issues, nextPageToken, total = 0 } = parsed.data;
  return { issues, more: nextPageToken !== undefined || total > issues.length };
}
