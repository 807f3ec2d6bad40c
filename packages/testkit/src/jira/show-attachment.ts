import { account } from './account.ts';
import type { Context } from './context.ts';
import type { Attachment } from './issue.ts';

/** An attachment as an upload and an issue show it. */
export function showAttachment(
  { id, filename, created, size, mimeType }: Attachment,
  context: Context,
): Record<string, unknown> {
  const self = `${context.url}/rest/api/${context.version}/attachment`;
  return {
    self: `${self}/${id}`,
    id,
    filename,
    author: account(context),
    created,
    size,
    mimeType,
    content:
      context.site.deployment === 'cloud'
        ? `${self}/content/${id}`
        : `${context.url}/secure/attachment/${id}/${encodeURIComponent(filename)}`,
  };
}
