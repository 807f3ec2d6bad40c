import type { Call, TicketChange, TicketRef } from '@itsm-bridge/core';
import type { Connection } from '../site/connection.ts';

export type Attach = Extract<TicketChange, { readonly kind: 'attach' }>;

/** Of the whole report of an analysis, one for each ticket. */
export const reportId = 'attach:report';

/**
 * POST …/issue/{id}/attachments, multipart with the one part `file`. Without `X-Atlassian-Token: no-check` Jira takes it for
 * a form of another site and answers 403.
 */
export async function attachFile(
  { api }: Pick<Connection, 'api'>,
  { id }: Pick<TicketRef, 'id'>,
  { name, mediaType, content, id: changeId }: Attach,
  { signal }: Pick<Call, 'signal'>,
): Promise<void> {
  const boundary = boundaryFor(content, changeId);
  // What a file name must not break out of, as browsers write it (WHATWG, multipart/form-data).
  const filename = name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const head = `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="${filename}"\r\nContent-Type: ${mediaType}\r\n\r\n`;
  const body = Buffer.concat([Buffer.from(head, 'utf8'), content, Buffer.from(`\r\n--${boundary}--\r\n`)]);
  const headers = { 'Content-Type': `multipart/form-data; boundary=${boundary}`, 'X-Atlassian-Token': 'no-check' };
  await api.post(`/issue/${id}/attachments`, body, { headers, signal });
}

/** The same bytes for the same change, and none that the content has. */
function boundaryFor(content: Uint8Array, changeId: string): string {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const base = `itsm-bridge-${changeId.replace(/[^A-Za-z0-9]/g, '').slice(-32)}`;
  for (let n = 0; ; n++) {
    if (!bytes.includes(`--${base}-${n}`)) return `${base}-${n}`;
  }
}
