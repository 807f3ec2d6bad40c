import type { Json, TicketChange } from '@itsm-bridge/core';
import { cutMark } from '../adf/cut-mark.ts';
import { documentToAdf } from '../adf/document-to-adf.ts';
import { limited } from '../prepare/description-of.ts';
import { propertyKey } from '../prepare/payload.ts';
import type { ApiVersion } from '../site/api.ts';

export type Note = Extract<TicketChange, { readonly kind: 'note' }>;

/** A comment with the mark by which it is found again: nobody sees a comment property, and nobody edits it away. */
export interface NoteComment {
  /** A document, or wiki markup for v2. */
  readonly body: Json;
  readonly properties: readonly { readonly key: string; readonly value: Json }[];
}

/** Without it a service project shows a comment to its customers; other projects keep it and do not look at it. */
const internal = { key: 'sd.public.comment', value: { internal: true } } as const;

export const noteComment = ({ id, body, audience }: Note, version: ApiVersion): NoteComment => ({
  body: limited(documentToAdf(body), version, cutMark('The note')),
  properties: [{ key: propertyKey, value: { change: id } }, ...(audience === 'internal' ? [internal] : [])],
});
