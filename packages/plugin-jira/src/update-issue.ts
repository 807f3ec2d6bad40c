import { type Call, type Fields, ItsmError, type TicketChange, type TicketRef, type Updated } from '@itsm-bridge/core';
import { documentToAdf } from './adf/document-to-adf.ts';
import { limitAdf } from './adf/limit-adf.ts';
import { coerceFields, labelsOf } from './coerce-fields.ts';
import type { Connection } from './connection.ts';
import { descriptionLimit } from './description-of.ts';
import { issuePath } from './payload.ts';

/** PUT /rest/api/3/issue/{key}, answered 204: only what the change names. */
export async function updateIssue(
  { http }: Connection,
  ticket: TicketRef,
  change: TicketChange,
  { key, signal }: Call,
): Promise<Updated> {
  const edit = editOf(change, key);
  await http.put(`${issuePath(edit)}/${ticket.id}`, edit, { signal });
  return { ticket, warnings: [] };
}

function editOf(change: TicketChange, key: string) {
  switch (change.kind) {
    case 'note':
      // The specification shows fields.comment; the API takes a comment only as an operation (docs/decisions).
      return {
        update: { comment: [{ add: { body: limitAdf(documentToAdf(change.body), descriptionLimit, cutMark) } }] },
      };
    case 'fields':
      return { fields: { ...coerceFields(change.fields), ...labelsWith(change.fields, key) } };
    default:
      throw new ItsmError('config', `@itsm-bridge/plugin-jira does not make the change "${change.kind}".`);
  }
}

/** New labels replace all there are: the marker stays among them. */
const labelsWith = ({ labels }: Fields, key: string): Fields =>
  labels === undefined ? {} : { labels: [...labelsOf(labels), key] };

const cutMark = [{ type: 'paragraph', content: [{ type: 'text', text: '(The note was cut here.)' }] }] as const;
