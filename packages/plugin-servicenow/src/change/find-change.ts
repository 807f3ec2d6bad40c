import type { Call, Fields, ItsmAdapter, TicketChange, TicketRef } from '@itsm-bridge/core';
import { isJournal } from '../fields/is-journal.ts';
import type { Connection } from '../instance/connection.ts';
import { findAttachment } from './find-attachment.ts';
import { findNote } from './find-note.ts';
import { readRecord } from './read-record.ts';

/** Whether the record has a change. Read-only. */
export async function findChange(
  connection: Connection,
  ticket: TicketRef,
  change: TicketChange,
  call: Call,
): ReturnType<NonNullable<ItsmAdapter['findChange']>> {
  switch (change.kind) {
    case 'note':
      return findNote(connection, ticket, change, call);
    case 'resolve':
    case 'reopen': {
      const { kind } = await readRecord(connection, ticket, call);
      return kind === (change.kind === 'resolve' ? 'done' : 'open') ? 'applied' : repeatable(change.fields);
    }
    case 'fields':
      return repeatable(change.fields);
    case 'attach':
      return findAttachment(connection, ticket, change, call);
    case 'link':
      // There is no place for one: it is never sent.
      return 'absent';
  }
}

/** Fields hold what they were set to and may be sent again; a journal among them would get a second entry. */
const repeatable = (fields: Fields): 'absent' | 'unsure' => (Object.keys(fields).some(isJournal) ? 'unsure' : 'absent');
