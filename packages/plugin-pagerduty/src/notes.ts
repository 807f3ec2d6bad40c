import { bodyToText, type Call, ItsmError, type TicketChange, type TicketRef } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Api } from './api.ts';
import { textWith } from './limits.ts';

type Note = Extract<TicketChange, { readonly kind: 'note' }>;

const page = z.object({ notes: z.array(z.object({ content: z.string() })) });

/** PagerDuty keeps nothing of a note but its text. */
const mark = ({ id }: Pick<TicketChange, 'id'>): string => `[itsm-bridge: ${id}]`;

export async function addNote(api: Api, { id }: TicketRef, note: Note, { signal }: Call): Promise<void> {
  const content = textWith(bodyToText({ kind: 'markdown', root: note.body }), mark(note));
  await api.write('POST', `/incidents/${id}/notes`, { note: { content } }, signal);
}

/** The list has all notes at once; it knows no pages. */
export async function hasNote(api: Api, { id }: TicketRef, change: TicketChange, { signal }: Call): Promise<boolean> {
  const parsed = page.safeParse(await api.get(`/incidents/${id}/notes`, signal));
  if (!parsed.success) throw new ItsmError('unavailable', 'PagerDuty answered without a list of notes.');
  return parsed.data.notes.some(({ content }) => content.includes(mark(change)));
}
