import type { Reply } from '../simulator/reply.ts';
import type { Attachment } from './issue.ts';
import type { IssueStore } from './issue-store.ts';

/** Where the bytes of an attachment are: an address that is its own credential, as that of the real media store. */
export const mediaPath = ({ id }: Attachment): string => `/media/${id}/binary`;

export const sendFile = ({ mimeType, content }: Attachment): Reply => ({
  status: 200,
  headers: { 'content-type': mimeType },
  body: content,
});

export function mediaFile(store: IssueStore, id: string): Reply {
  const found = store.findAttachment(id);
  return found ? sendFile(found.attachment) : { status: 404, headers: {}, body: '' };
}
