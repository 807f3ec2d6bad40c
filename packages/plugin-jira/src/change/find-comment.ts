import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { readableText } from '../adf/readable-text.ts';
import { propertyKey } from '../prepare/payload.ts';
import type { Connection } from '../site/connection.ts';
import { type Note, noteComment } from './note-comment.ts';

const pageSize = 100;

const comment = z.looseObject({
  body: z.unknown(),
  properties: z.array(z.looseObject({ key: z.string(), value: z.unknown() })).optional(),
});
const page = z.object({ comments: z.array(comment), total: z.number() });
const mark = z.object({ change: z.string() });

/**
 * Whether a note is there: GET …/comment with its properties, newest first, so that a comment that comes in meanwhile
 * moves the others back and none is skipped. The issue itself is read, not an index that lags.
 *
 * `unsure`: the site showed no properties, or a comment without ours has the very words of the note, as if the site had
 * not kept the property (that an edit takes it is told by users, not by Atlassian's schema).
 */
export async function findComment(
  { api }: Connection,
  { id, key }: TicketRef,
  note: Note,
  { signal }: Call,
): Promise<'applied' | 'absent' | 'unsure'> {
  const words = readableText(noteComment(note, await api.version()).body);
  let doubtful = false;
  for (let startAt = 0; ; startAt += pageSize) {
    const params = { orderBy: '-created', expand: 'properties', startAt, maxResults: pageSize };
    const parsed = page.safeParse((await api.get(`/issue/${id}/comment`, { params, signal })).data);
    if (!parsed.success) throw new ItsmError('unavailable', `Jira answered the look at ${key} without its comments.`);
    const { comments, total } = parsed.data;
    for (const { body, properties } of comments) {
      const ours = properties?.find(property => property.key === propertyKey);
      if (ours && mark.safeParse(ours.value).data?.change === note.id) return 'applied';
      if (!ours && (properties === undefined || readableText(body) === words)) doubtful = true;
    }
    if (comments.length === 0 || startAt + comments.length >= total) return doubtful ? 'unsure' : 'absent';
  }
}
