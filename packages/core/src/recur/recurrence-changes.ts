import type { Analysis } from '../analysis.ts';
import type { Audience, TicketChange } from '../contracts.ts';
import { recurrenceNote } from './recurrence-note.ts';

/** By the key of the delivery that recurred, so that a repeat adds nothing. */
export const recurrenceNoteId = (key: string): string => `recurrence-note:${key}`;

/** What is to be done on the earlier ticket, in this order. */
export function recurrenceChanges(
  decision: 'note' | 'reopen',
  { analysis, key, audience }: { readonly analysis: Analysis; readonly key: string; readonly audience: Audience },
): readonly TicketChange[] {
  const note: TicketChange = { id: recurrenceNoteId(key), kind: 'note', body: recurrenceNote(analysis), audience };
  return decision === 'note' ? [note] : [{ id: `recurrence-reopen:${key}`, kind: 'reopen', fields: {} }, note];
}
