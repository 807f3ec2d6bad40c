import type { Call, ItsmAdapter, TicketChange, TicketRef } from '@itsm-bridge/core';
import type { Connection } from '../site/connection.ts';
import { findAttachment } from './find-attachment.ts';
import { findComment } from './find-comment.ts';
import { readIssue } from './read-issue.ts';

/** Whether the issue has a change. Read-only. */
export async function findChange(
  connection: Connection,
  ticket: TicketRef,
  change: TicketChange,
  call: Call,
): ReturnType<NonNullable<ItsmAdapter['findChange']>> {
  switch (change.kind) {
    case 'note':
      return findComment(connection, ticket, change, call);
    case 'resolve':
    case 'reopen': {
      const issue = await readIssue(connection, ticket, call);
      return issue?.state.kind === (change.kind === 'resolve' ? 'done' : 'open') ? 'applied' : 'absent';
    }
    case 'attach':
      return findAttachment(connection, ticket, change, call);
    case 'fields':
    case 'link':
      // Fields hold what they were set to, a link is known by its address: sent again, they make no second of anything.
      return 'absent';
  }
}
