import { bodyToText, type Call, type TicketChange, type TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Api } from './api.ts';
import { textWith } from './limits.ts';

type Note = Extract<TicketChange, { readonly kind: 'note' }>;

const note = z.object({ content: z.string() });

/** PagerDuty keeps nothing of a note but its text. */
const mark = ({ id }: Pick<TicketChange, 'id'>): string => `[itsm-bridge: ${id}]`;

export async function addNote(api: Api, { id }: TicketRef, change: Note, { signal }: Call): Promise<void> {
  const content = textWith(bodyToText({ kind: 'markdown', root: change.body }), mark(change));
  await api.post(z.object({ note }), `/incidents/${id}/notes`, { signal, data: { note: { content } } });
}

/** The list has all notes at once, 2000 at most; it knows no pages. */
export async function hasNote(api: Api, { id }: TicketRef, change: TicketChange, { signal }: Call): Promise<boolean> {
  const { notes } = await api.get(z.object({ notes: z.array(note) }), `/incidents/${id}/notes`, { signal });
  return notes.some(({ content }) => content.includes(mark(change)));
}
