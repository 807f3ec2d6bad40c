import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import { z } from 'zod';
import { record } from '../create/ticket-ref.ts';
import type { Connection } from '../instance/connection.ts';
import { isDenied } from '../instance/is-denied.ts';
import { journalOf, type Note, noteMark } from './note-fields.ts';

const text = z.string().default('');
const answer = z.object({ result: record.extend({ work_notes: text, comments: text }) });

/**
 * Whether a note is in the journal of the record. By their values journals are empty; where display values are asked for
 * they have every entry. The table of the entries, sys_journal_field, has ACLs of its own, which make it look empty to many
 * who may read the record (rapid7/insightconnect-plugins#4064).
 *
 * A journal that this user may not read looks empty, too. So "absent" is said only where another entry can be seen: the
 * work note that the record was created with. Whoever sees a work note sees comments as well.
 */
export async function findNote(
  { http, path }: Pick<Connection, 'http' | 'path'>,
  { id, key }: Pick<TicketRef, 'id' | 'key'>,
  note: Note,
  { signal }: Pick<Call, 'signal'>,
): Promise<'applied' | 'absent' | 'unsure'> {
  const params = { sysparm_fields: 'sys_id,work_notes,comments', sysparm_display_value: true };
  try {
    const parsed = answer.safeParse((await http.get(`${path}/${id}`, { params, signal })).data);
    if (!parsed.success)
      throw new ItsmError('unavailable', `The instance answered the look at the journal of ${key} without a record.`);
    const { sys_id, ...journals } = parsed.data.result;
    if (sys_id !== id) return 'unsure';
    if (journals[journalOf(note)].includes(noteMark(note.id))) return 'applied';
    return journals.work_notes.trim() === '' ? 'unsure' : 'absent';
  } catch (error) {
    if (isDenied(error)) return 'unsure';
    throw error;
  }
}
