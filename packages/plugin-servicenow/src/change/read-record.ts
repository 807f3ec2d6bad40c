import { type Call, ItsmError, type TicketRef, type TicketState } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { record } from '../create/ticket-ref.ts';
import type { Connection } from '../instance/connection.ts';
import { utcDate } from '../instance/utc-date.ts';

/** A problem has its code in a column of another name; a name that the table does not have is ignored. */
const shown = ['sys_id', 'state', 'close_code', 'resolution_code', 'resolved_at', 'closed_at'] as const;
const text = z.string().default('');
const answer = z.object({
  result: record.extend({ state: text, close_code: text, resolution_code: text, resolved_at: text, closed_at: text }),
});

/**
 * GET /api/now/table/{table}/{sys_id}: done is what the config lists as done, since when it was resolved or, failing that,
 * closed. A 404 is a record that was deleted or that an ACL hides: the instance does not tell which.
 */
export async function readRecord(
  { http, table, path, lifecycle }: Connection,
  { id, key }: Pick<TicketRef, 'id' | 'key'>,
  { signal }: Pick<Call, 'signal'>,
): Promise<TicketState> {
  const params = { sysparm_fields: shown.join(','), sysparm_exclude_reference_link: true };
  try {
    const parsed = answer.safeParse((await http.get(`${path}/${id}`, { params, signal })).data);
    if (!parsed.success)
      throw new ItsmError('unavailable', `The instance answered the look at ${key} without a record.`);
    const { state, close_code, resolution_code, resolved_at, closed_at } = parsed.data.result;
    if (state === '') {
      throw new ItsmError(
        'config',
        `${key} has no state that can be seen: is state a field of ${table} that this user may read?`,
      );
    }
    if (!lifecycle.done_states.includes(state)) return { kind: 'open' };
    const since = utcDate(resolved_at) ?? utcDate(closed_at);
    const { states, close_codes } = lifecycle.wont_fix;
    const wontFix = states.includes(state) || close_codes.includes(close_code || resolution_code);
    return { kind: 'done', wontFix, ...(since ? { since } : {}) };
  } catch (error) {
    if (ItsmError.is(error) && error.kind === 'rejected' && error.status === 404) return { kind: 'gone' };
    throw error;
  }
}
