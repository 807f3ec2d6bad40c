import { type Call, ItsmError, type TicketChange, type TicketRef, type Updated } from '@itsm-bridge/core';
import type { ResolveReferences } from '../fields/reference/resolve-references.ts';
import type { Connection } from '../instance/connection.ts';
import { addNote } from './add-note.ts';
import { attachFile } from './attach-file.ts';
import { moveRecord } from './move-record.ts';
import { setFields } from './set-fields.ts';

/** A later change of a record: only what the change names. */
export async function updateIncident(
  connection: Connection,
  resolve: ResolveReferences,
  { ticket, change }: { readonly ticket: TicketRef; readonly change: TicketChange },
  call: Call,
): Promise<Updated> {
  switch (change.kind) {
    case 'note':
      return { ticket, warnings: await addNote(connection, resolve, { ticket, note: change }, call) };
    case 'fields':
      return { ticket, warnings: await setFields(connection, resolve, { ticket, fields: change.fields }, call) };
    case 'resolve':
    case 'reopen':
      return moveRecord(connection, resolve, { ticket, change }, call);
    case 'attach':
      return { ticket, warnings: await attachFile(connection, ticket, change, call) };
    default:
      throw new ItsmError('config', `@itsm-bridge/plugin-servicenow does not make the change "${change.kind}".`);
  }
}
