import type { TicketChange } from '@itsm-bridge/core';
import type { AdfDoc } from '../adf/adf-node.ts';
import { documentToAdf } from '../adf/document-to-adf.ts';
import { limitAdf } from '../adf/limit-adf.ts';
import { descriptionLimit } from '../prepare/description-of.ts';
import { propertyKey } from '../prepare/payload.ts';

export type Note = Extract<TicketChange, { readonly kind: 'note' }>;

/** A comment with the mark by which it is found again: nobody sees a comment property, and nobody edits it away. */
export interface NoteComment {
  readonly body: AdfDoc;
  readonly properties: readonly [{ readonly key: typeof propertyKey; readonly value: { readonly change: string } }];
}

export const noteComment = ({ id, body }: Note): NoteComment => ({
  body: limitAdf(documentToAdf(body), descriptionLimit, cutMark),
  properties: [{ key: propertyKey, value: { change: id } }],
});

const cutMark = [{ type: 'paragraph', content: [{ type: 'text', text: '(The note was cut here.)' }] }] as const;
