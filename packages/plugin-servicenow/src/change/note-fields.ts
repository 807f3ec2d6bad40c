import { createHash } from 'node:crypto';
import type { Fields, TicketChange } from '@itsm-bridge/core';
import { journalHtml } from '../report/journal-html.ts';
import { journalText } from '../report/journal-text.ts';
import type { JournalFormat } from '../report/report-settings.ts';

export type Note = Extract<TicketChange, { readonly kind: 'note' }>;

/** A journal has no place for an id, so that the note itself carries one: 48 bits, to be told apart within one record. */
export const noteMark = (changeId: string): string =>
  `itsm-bridge note ${createHash('sha256').update(changeId).digest('hex').slice(0, 12)}`;

/** The journal that takes it. */
export const journalOf = ({ audience }: Pick<Note, 'audience'>): 'comments' | 'work_notes' =>
  audience === 'customer' ? 'comments' : 'work_notes';

/**
 * A note with its mark as a small last line. Customers read comments in a portal, where [code] is not rendered
 * everywhere: text there, whatever the format of work notes.
 */
export function noteFields(note: Note, format: JournalFormat): Fields {
  const mark = `[${noteMark(note.id)}]`;
  const value =
    note.audience === 'customer' || format === 'text'
      ? `${journalText(note.body).trimEnd()}\n\n${mark}`
      : journalHtml(note.body, `<p><small>${mark}</small></p>`);
  return { [journalOf(note)]: value };
}
