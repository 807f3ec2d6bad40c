import type { Call, TicketRef } from '@itsm-bridge/core';
import type { Connection } from '../instance/connection.ts';
import { isDenied } from '../instance/is-denied.ts';
import { readJournals } from '../look/read-journals.ts';
import { journalOf, type Note, noteMark } from './note-fields.ts';

/**
 * Whether a note is in the journal of the record. A journal that this user may not read is missing in the answer, or looks
 * empty: so "absent" is said only of one that is there, and only where some entry can be seen, in itself or in the work note
 * that the record was created with.
 */
export async function findNote(
  connection: Pick<Connection, 'http' | 'path'>,
  ticket: Pick<TicketRef, 'id' | 'key'>,
  note: Note,
  call: Pick<Call, 'signal'>,
): Promise<'applied' | 'absent' | 'unsure'> {
  try {
    const journals = await readJournals(connection, ticket, call);
    const journal = journals?.[journalOf(note)];
    if (journal === undefined) return 'unsure';
    if (journal.includes(noteMark(note.id))) return 'applied';
    return `${journal}${journals?.work_notes ?? ''}`.trim() === '' ? 'unsure' : 'absent';
  } catch (error) {
    if (isDenied(error)) return 'unsure';
    throw error;
  }
}
