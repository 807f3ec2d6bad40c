import type { Audience, TicketChange } from '../contracts.ts';
import { ItsmError } from '../itsm-error.ts';
import { parseMarkdown } from '../render/parse-markdown.ts';
import { attachmentId, givenId, noteId } from './change-id.ts';
import type { NewChange } from './new-change.ts';

export interface ChangeTarget {
  /** Of the ticket. */
  readonly key: string;
  readonly audience: Audience;
  newId(): string;
}

/**
 * The changes that one call asks for, each with its own id and in the order in which they are made: a closed ticket
 * takes no fields, and a note may speak of the fields before it.
 *
 * Only a note and an attachment get their ids from their content. What can be repeated must be: priority 1, then 2,
 * then 1 again are three changes.
 *
 * @throws ItsmError kind `input`
 */
export function newChanges(asked: NewChange, { key, audience, newId }: ChangeTarget): readonly TicketChange[] {
  const { id, note, fields, attach, resolve, reopen } = asked;
  if (id?.trim() === '') throw new ItsmError('input', 'The id of a change must not be empty; leave it out.');
  if (resolve && reopen) throw new ItsmError('input', 'A ticket is resolved or reopened, not both.');
  const idOf = (kind: TicketChange['kind']) => (id === undefined ? newId() : givenId(id, kind));
  const changes: TicketChange[] = [];
  if (reopen) changes.push({ id: idOf('reopen'), kind: 'reopen', fields: reopen === true ? {} : reopen });
  if (fields && Object.keys(fields).length > 0) changes.push({ id: idOf('fields'), kind: 'fields', fields });
  if (attach) {
    const { name, content, mediaType = 'application/octet-stream' } = attach;
    if (!(content instanceof Uint8Array))
      throw new ItsmError('input', 'The content of an attachment is bytes: a Uint8Array.');
    if (!mediaTypes.test(mediaType))
      throw new ItsmError('input', `${JSON.stringify(mediaType)} is no media type such as text/plain.`);
    if (!isFileName(name))
      throw new ItsmError('input', `An attachment cannot be called ${JSON.stringify(name)}: ${fileNames}`);
    const known = id === undefined ? attachmentId(key, name, content) : idOf('attach');
    changes.push({ id: known, kind: 'attach', name, mediaType, content });
  }
  if (note?.trim()) {
    const known = id === undefined ? noteId(key, note) : idOf('note');
    changes.push({ id: known, kind: 'note', body: parseMarkdown(note), audience });
  }
  if (resolve) changes.push({ id: idOf('resolve'), kind: 'resolve', fields: resolve === true ? {} : resolve });
  if (changes.length === 0)
    throw new ItsmError('input', 'Nothing to change: give a note that is not empty, fields or a file.');
  return changes;
}

const fileNames = 'a file name is not empty, has no / or \\ and no control characters, and 255 characters at the most.';

const isFileName = (name: string): boolean =>
  typeof name === 'string' && /^[^/\\\p{Cc}]{1,255}$/u.test(name) && !['', '.', '..'].includes(name.trim());

const mediaTypes = /^[\w.+-]+\/[\w.+-]+$/;
