import { type Call, ItsmError, type TicketChange, type TicketRef, type Updated } from '@itsm-bridge/core';
import { coerceFields } from '../fields/coerce-fields.ts';
import { versionOf } from '../prepare/payload.ts';
import type { Connection } from '../site/connection.ts';
import { labelsWith } from './labels-with.ts';
import { moveIssue } from './move-issue.ts';
import { noteComment } from './note-comment.ts';

/** A later change of an issue. A note and fields go as PUT /rest/api/3/issue/{id}, answered 204: only what they name. */
export async function updateIssue(
  connection: Connection,
  ticket: TicketRef,
  change: TicketChange,
  call: Call,
): Promise<Updated> {
  switch (change.kind) {
    case 'note':
    case 'fields': {
      // The specification shows fields.comment; the API takes a comment only as an operation (docs/decisions).
      const edit =
        change.kind === 'note'
          ? { update: { comment: [{ add: noteComment(change) }] } }
          : { fields: { ...coerceFields(change.fields), ...labelsWith(change.fields, call.key) } };
      await connection.api.put(`/issue/${ticket.id}`, edit, { signal: call.signal, version: versionOf(edit) });
      return { ticket, warnings: [] };
    }
    case 'resolve':
    case 'reopen':
      return moveIssue(connection, ticket, change, call);
    default:
      throw new ItsmError('config', `@itsm-bridge/plugin-jira does not make the change "${change.kind}".`);
  }
}
