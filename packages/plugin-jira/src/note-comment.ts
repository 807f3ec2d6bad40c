import type { TicketChange } from '@itsm-bridge/core';
import type { AdfDoc } from './adf/adf-node.ts';
import { documentToAdf } from './adf/document-to-adf.ts';
import { limitAdf } from './adf/limit-adf.ts';
import { descriptionLimit } from './description-of.ts';

type Note = Extract<TicketChange, { readonly kind: 'note' }>;

/** A note as a comment, cut to what a comment can hold. */
export const noteComment = ({ body }: Note): { readonly body: AdfDoc } => ({
  body: limitAdf(documentToAdf(body), descriptionLimit, cutMark),
});

const cutMark = [{ type: 'paragraph', content: [{ type: 'text', text: '(The note was cut here.)' }] }] as const;
