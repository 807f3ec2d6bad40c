import { type Call, ItsmError, type TicketRef, type TicketState } from '@itsm-bridge/core';
import type { Connection } from './connection.ts';
import { issue } from './issue.ts';

const notDone: ReadonlySet<unknown> = new Set(['not_planned', 'duplicate']);

/**
 * An issue that was deleted is answered 410, one that is hidden 404, and one that was transferred 301. So is all of a
 * repository that was renamed; that one has its issues still.
 */
export async function readIssue(
  { http }: Pick<Connection, 'http'>,
  { id, key }: Pick<TicketRef, 'id' | 'key'>,
  { signal }: Pick<Call, 'signal'>,
): Promise<TicketState> {
  try {
    const parsed = issue.safeParse((await http.get(`/repos/${id}`, { signal })).data);
    if (!parsed.success) throw new ItsmError('unavailable', `GitHub answered the look at ${key} without an issue.`);
    const { state, state_reason, closed_at } = parsed.data;
    if (state !== 'closed') return { kind: 'open' };
    const wontFix = notDone.has(state_reason);
    return { kind: 'done', wontFix, ...(closed_at ? { since: new Date(closed_at) } : {}) };
  } catch (error) {
    const status = ItsmError.is(error) ? error.status : undefined;
    if (status === 301) await http.get(`/repos/${id.replace(/\/issues\/\d+$/, '')}`, { signal });
    if (status === 301 || status === 404 || status === 410) return { kind: 'gone' };
    throw error;
  }
}
