import { type Call, ItsmError, type TicketChange, type TicketRef, type Warning } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from '../instance/connection.ts';
import { adviceOn } from './attachment-advice.ts';

export type Attach = Extract<TicketChange, { readonly kind: 'attach' }>;

/** Of the whole report of an analysis, one for each ticket. */
export const reportId = 'attach:report';

const answer = z.object({
  result: z.looseObject({
    sys_id: z.string().regex(/^[0-9a-f]{32}$/),
    file_name: z.string().optional(),
    size_bytes: z.coerce.number().optional(),
  }),
});

/** POST /api/now/attachment/file: the bytes as they are, with all about them in the query; the answer compared. */
export async function attachFile(
  { http, table }: Pick<Connection, 'http' | 'table'>,
  { id, key }: TicketRef,
  { name, mediaType, content }: Attach,
  { signal }: Pick<Call, 'signal'>,
): Promise<readonly Warning[]> {
  const params = { table_name: table, table_sys_id: id, file_name: name };
  const body = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const request = http.post('/api/now/attachment/file', body, {
    params,
    headers: { 'Content-Type': mediaType },
    signal,
  });
  const { data, status } = await request.catch((error: unknown) => {
    throw adviceOn(error, name);
  });
  const parsed = answer.safeParse(data);
  if (!parsed.success) {
    throw new ItsmError('outcome-unknown', `The instance answered ${status} without the file that ${key} got.`, {
      status,
    });
  }
  const { file_name = name, size_bytes = content.byteLength } = parsed.data.result;
  return [
    ...(size_bytes < content.byteLength
      ? [warning('attachment-cut', `${name}: sent ${content.byteLength} bytes, stored ${size_bytes}.`)]
      : []),
    ...(file_name === name
      ? []
      : [
          warning(
            'attachment-renamed',
            `${name}: stored as ${JSON.stringify(file_name)}, by which it is not found again.`,
          ),
        ]),
  ];
}

const warning = (code: string, message: string): Warning => ({ code, message });
