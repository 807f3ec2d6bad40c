import { type Call, ItsmError, type TicketChange, type TicketRef, type Updated } from '@itsm-bridge/core';
import { documentToAdf } from './adf/document-to-adf.ts';
import { limitAdf } from './adf/limit-adf.ts';
import { coerceFields } from './coerce-fields.ts';
import type { Connection } from './connection.ts';
import { descriptionLimit } from './prepare.ts';

/** PUT /rest/api/3/issue/{key}, answered 204: only what the change names. */
export async function updateIssue(
  { http }: Connection,
  ticket: TicketRef,
  change: TicketChange,
  { signal }: Call,
): Promise<Updated> {
  await http.put(`/rest/api/3/issue/${ticket.id}`, editOf(change), { signal });
  return { ticket, warnings: [] };
}

function editOf(change: TicketChange) {
  switch (change.kind) {
    case 'note':
      // The specification shows fields.comment; the API takes a comment only as an operation (docs/decisions).
      return {
        update: { comment: [{ add: { body: limitAdf(documentToAdf(change.body), descriptionLimit, cutMark) } }] },
      };
    case 'fields':
      return { fields: coerceFields(change.fields) };
    default:
      throw new ItsmError('config', `@itsm-bridge/plugin-jira does not make the change "${change.kind}".`);
  }
}

const cutMark = [{ type: 'paragraph', content: [{ type: 'text', text: '(The note was cut here.)' }] }] as const;
