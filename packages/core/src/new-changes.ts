import type { Audience, TicketChange } from './contracts.ts';
import type { NewChange } from './itsm.ts';
import { ItsmError } from './itsm-error.ts';
import { parseMarkdown } from './render/parse-markdown.ts';

/** The changes that one call asks for, each with its own id: fields first, so that the note can speak of them. */
export function newChanges(
  { note, fields }: NewChange,
  audience: Audience,
  newId: () => string,
): readonly TicketChange[] {
  const changes: TicketChange[] = [];
  if (fields && Object.keys(fields).length > 0) changes.push({ id: newId(), kind: 'fields', fields });
  if (note?.trim()) changes.push({ id: newId(), kind: 'note', body: parseMarkdown(note), audience });
  if (changes.length === 0)
    throw new ItsmError('input', 'Nothing to change: give a note that is not empty, or fields.');
  return changes;
}
