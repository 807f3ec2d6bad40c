import type { Call, TicketChange, TicketRef, Updated } from '@itsm-bridge/core';
import type { Connection } from '../site/connection.ts';
import { addNote } from './add-note.ts';
import { attachFile } from './attach-file.ts';
import { editIssue } from './edit-issue.ts';
import { linkPage } from './link-page.ts';
import { moveIssue } from './move-issue.ts';

/** A later change of an issue. */
export async function updateIssue(
  connection: Connection,
  ticket: TicketRef,
  change: TicketChange,
  call: Call,
): Promise<Updated> {
  switch (change.kind) {
    case 'note':
      return { ticket, warnings: await addNote(connection, ticket, change, call) };
    case 'fields':
      return { ticket, warnings: await editIssue(connection, ticket, change, call) };
    case 'resolve':
    case 'reopen':
      return moveIssue(connection, ticket, change, call);
    case 'attach':
      await attachFile(connection, ticket, change, call);
      return { ticket, warnings: [] };
    case 'link':
      await linkPage(connection, ticket, change, call);
      return { ticket, warnings: [] };
  }
}
