import { type Call, type TicketRef, unlessAborted, type Warning } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from '../site/connection.ts';
import { type Note, noteComment } from './note-comment.ts';

const comment = z.looseObject({ jsdPublic: z.boolean().optional() });

/**
 * A note as a comment. PUT /rest/api/3/issue/{id}, answered 204, as the specification has it; the API takes a comment only
 * as an operation, not as fields.comment (docs/decisions).
 *
 * On a service project POST …/comment instead: customers read there what is not internal, and only its answer tells what
 * became of that.
 */
export async function addNote(
  { api, isServiceProject }: Pick<Connection, 'api' | 'isServiceProject'>,
  { id, key }: TicketRef,
  note: Note,
  { signal }: Pick<Call, 'signal'>,
): Promise<readonly Warning[]> {
  const add = noteComment(note, await api.version());
  if (!(await unlessAborted(isServiceProject(), signal))) {
    await api.put(`/issue/${id}`, { update: { comment: [{ add }] } }, { signal });
    return [];
  }
  const { data } = await api.post(`/issue/${id}/comment`, add, { signal });
  const isPublic = comment.safeParse(data).data?.jsdPublic === true;
  if (note.audience === 'customer' || !isPublic) return [];
  const message = `${key}: the note was to be internal, and the site shows it to customers: look at it now.`;
  return [{ code: 'note-public', message }];
}
