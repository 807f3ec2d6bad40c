import { type Call, ItsmError, type TicketRef, type Warning } from '@itsm-bridge/core';
import type { ResolveReferences } from '../fields/reference/resolve-references.ts';
import type { Connection } from '../instance/connection.ts';
import { findNote } from './find-note.ts';
import { journalOf, type Note, noteFields } from './note-fields.ts';
import { patchRecord } from './patch-record.ts';

/**
 * The answer to a write tells nothing of a journal, which reads back empty, and an ACL on it drops the note without a word:
 * so it is looked for. Where it cannot be seen, or the look fails, that is a warning; the note was taken.
 *
 * @throws ItsmError kind `rejected`: others can be seen, and this one is not among them.
 */
export async function addNote(
  connection: Connection,
  resolve: ResolveReferences,
  { ticket, note }: { readonly ticket: TicketRef; readonly note: Note },
  call: Call,
): Promise<readonly Warning[]> {
  const fields = noteFields(note, connection.journalFormat);
  await patchRecord(connection, resolve, { ticket, fields }, call);
  const seen = await findNote(connection, ticket, note, call).catch((error: unknown) => {
    if (!ItsmError.is(error)) throw error;
    return 'unsure' as const;
  });
  const field = journalOf(note);
  if (seen === 'applied') return [];
  if (seen === 'absent') {
    const message = `${field}: the instance answered 200, and the note is not in the journal of ${ticket.key}. May this user write ${field}?`;
    throw new ItsmError('rejected', message, { status: 200 });
  }
  const message = `${field}: the note cannot be seen in the journal of ${ticket.key}. May this user read and write work_notes and comments?`;
  return [{ code: 'note-unseen', message, field }];
}
