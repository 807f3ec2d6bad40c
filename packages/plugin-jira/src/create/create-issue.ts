import { type Call, type Created, ItsmError } from '@itsm-bridge/core';
import { type JiraPayload, versionOf } from '../prepare/payload.ts';
import type { Connection } from '../site/connection.ts';
import { issue, ticketRef } from './ticket-ref.ts';

/** POST /rest/api/3/issue: the one write that creates. */
export async function createIssue(
  { api, endpoint }: Connection,
  payload: JiraPayload,
  { signal }: Call,
): Promise<Created> {
  const { data, status } = await api.post('/issue', payload, { signal, version: versionOf(payload) });
  const parsed = issue.safeParse(data);
  if (!parsed.success) {
    throw new ItsmError('outcome-unknown', `Jira answered ${status} without the id and key of an issue.`, { status });
  }
  return { kind: 'created', ticket: ticketRef(endpoint, parsed.data), warnings: [] };
}
