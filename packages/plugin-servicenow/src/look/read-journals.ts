import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { record } from '../create/ticket-ref.ts';
import type { Connection } from '../instance/connection.ts';

const text = z.string().optional();
const answer = z.object({ result: record.extend({ work_notes: text, comments: text }) });

/** A journal that is not in the answer at all is one that this user may not read: it is undefined, and not empty. */
export interface Journals {
  readonly work_notes?: string | undefined;
  readonly comments?: string | undefined;
}

/**
 * Every entry of the record, as text. By their values journals are empty; where display values are asked for they have every
 * entry. The table of the entries, sys_journal_field, has ACLs of its own, which make it look empty to many who may read the
 * record (rapid7/insightconnect-plugins#4064).
 *
 * @returns nothing where the answer is another record.
 * @throws ItsmError of the read; kind `unavailable` where the answer is no record.
 */
export async function readJournals(
  { http, path }: Pick<Connection, 'http' | 'path'>,
  { id, key }: Pick<TicketRef, 'id' | 'key'>,
  { signal }: Pick<Call, 'signal'>,
): Promise<Journals | undefined> {
  const params = { sysparm_fields: 'sys_id,work_notes,comments', sysparm_display_value: true };
  const parsed = answer.safeParse((await http.get(`${path}/${id}`, { params, signal })).data);
  if (!parsed.success) {
    throw new ItsmError('unavailable', `The instance answered the look at the journal of ${key} without a record.`);
  }
  return parsed.data.result.sys_id === id ? parsed.data.result : undefined;
}
