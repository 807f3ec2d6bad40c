import type { Call, Fields, FoundChange, TicketChange, TicketRef } from '@itsm-bridge/core';
import { isJournal } from '../fields/is-journal.ts';
import type { ResolveReferences } from '../fields/reference/resolve-references.ts';
import type { Connection } from '../instance/connection.ts';
import { compareRecord } from './compare-record.ts';
import { findAttachment } from './find-attachment.ts';
import { findNote } from './find-note.ts';
import { moveFields } from './move-fields.ts';
import { readRecord } from './read-record.ts';

/** Whether the record has a change, and what it has not of it. Read-only. */
export async function findChange(
  connection: Connection,
  resolve: ResolveReferences,
  { ticket, change }: { readonly ticket: TicketRef; readonly change: TicketChange },
  call: Call,
): Promise<FoundChange> {
  switch (change.kind) {
    case 'note':
      return findNote(connection, ticket, change, call);
    case 'resolve':
    case 'reopen': {
      const { kind } = await readRecord(connection, ticket, call);
      if (kind !== (change.kind === 'resolve' ? 'done' : 'open')) return repeatable(change.fields);
      const fields = moveFields(connection, change);
      return { kind: 'applied', warnings: await compareRecord(connection, resolve, { ticket, fields }, call) };
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
