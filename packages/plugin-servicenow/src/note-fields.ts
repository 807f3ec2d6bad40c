import { documentToText, type Fields, type TicketChange } from '@itsm-bridge/core';
import { journalHtml } from './journal-html.ts';

type Note = Extract<TicketChange, { readonly kind: 'note' }>;

/** Customers read comments in a portal, where [code] is not rendered everywhere: text there. */
export const noteFields = ({ body, audience }: Note): Fields =>
  audience === 'customer' ? { comments: documentToText(body) } : { work_notes: journalHtml(body) };
