import { createHash } from 'node:crypto';
import type { TicketChange } from '../contracts.ts';

/** The id of a note that was given none: the same text on the same ticket is the same note, however its lines end. */
export function noteId(key: string, text: string): string {
  const canonical = text.replace(/\r\n?/g, '\n').trim();
  const digest = createHash('sha256').update(JSON.stringify([key, 'note', canonical]));
  return `note-${digest.digest('hex').slice(0, 32)}`;
}

/** The id of an attachment that was given none: the same file on the same ticket is the same attachment. */
export function attachmentId(key: string, name: string, content: Uint8Array): string {
  const digest = createHash('sha256')
    .update(JSON.stringify([key, 'attach', name]))
    .update(content);
  return `attach-${digest.digest('hex').slice(0, 32)}`;
}

/** One call may make several changes: each has the caller's id and its kind. */
export const givenId = (id: string, kind: TicketChange['kind']): string => `${kind}:${id}`;
