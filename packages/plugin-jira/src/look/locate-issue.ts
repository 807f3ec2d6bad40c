import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import { issue, ticketRef } from '../create/ticket-ref.ts';
import type { Connection } from '../site/connection.ts';
import { isMissing } from './is-missing.ts';

/**
 * GET /rest/api/3/issue/{key}, whose project need not be the one of the config. Undefined: there is none of that key, or it
 * is hidden from us; one that was moved is known by its new key alone.
 */
export async function locateIssue(
  { api, endpoint }: Connection,
  name: string,
  { signal }: Pick<Call, 'signal'>,
): Promise<TicketRef | undefined> {
  const key = name.trim().toUpperCase();
  if (!/^[A-Z][A-Z0-9_]*-\d+$/.test(key)) return undefined;
  try {
    const parsed = issue.safeParse((await api.get(`/issue/${key}`, { params: { fields: 'created' }, signal })).data);
    if (!parsed.success) throw new ItsmError('unavailable', `Jira answered the look at ${key} without an issue.`);
    return parsed.data.key === key ? ticketRef(endpoint, parsed.data) : undefined;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}
