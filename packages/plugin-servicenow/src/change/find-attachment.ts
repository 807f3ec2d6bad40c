import { createHash } from 'node:crypto';
import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from '../instance/connection.ts';
import { isDenied } from '../instance/is-denied.ts';
import { type Attach, reportId } from './attach-file.ts';

const text = z.string().default('');
const rows = z.object({
  result: z.array(z.looseObject({ table_sys_id: text, file_name: text, size_bytes: text, hash: text })),
});
type Row = z.output<typeof rows>['result'][number];

/** The API's own default for a page. */
const most = 1_000;

/**
 * Whether the record has a file of that name and content. The name is compared here and stands in no query: there `^` would
 * end its clause, and `javascript:` be run.
 *
 * "Absent" is said of a list that is whole alone: X-Total-Count, which this API answers as the Table API does, has those as
 * well that an ACL on sys_attachment hides, and those of further pages. Without it nothing tells.
 */
export async function findAttachment(
  connection: Pick<Connection, 'http'>,
  { id, key }: TicketRef,
  file: Attach,
  { signal }: Pick<Call, 'signal'>,
): Promise<'applied' | 'absent' | 'unsure'> {
  try {
    const { found, counted } = await attachmentsOf(connection, { id, key }, signal);
    if (found.some(row => row.table_sys_id === id && isSame(row, file))) return 'applied';
    // A stranger is on it because the clause was dropped: ours may be on the next page.
    return counted === found.length && found.every(row => row.table_sys_id === id) ? 'absent' : 'unsure';
  } catch (error) {
    if (isDenied(error)) return 'unsure';
    throw error;
  }
}

function isSame({ file_name, size_bytes, hash }: Row, { id, name, content }: Attach): boolean {
  if (file_name !== name) return false;
  // The report may have been rendered by another release: it is known by its name alone.
  if (id === reportId) return true;
  if (size_bytes !== String(content.byteLength)) return false;
  return hash === '' || hash.toLowerCase() === createHash('sha256').update(content).digest('hex');
}

async function attachmentsOf(
  { http }: Pick<Connection, 'http'>,
  { id, key }: Pick<TicketRef, 'id' | 'key'>,
  signal: AbortSignal,
): Promise<{ readonly found: readonly Row[]; readonly counted: number | undefined }> {
  const params = { sysparm_query: `table_sys_id=${id}^ORDERBYDESCsys_created_on`, sysparm_limit: most };
  const { data, headers } = await http.get('/api/now/attachment', { params, signal });
  const parsed = rows.safeParse(data);
  if (!parsed.success)
    throw new ItsmError('unavailable', `The look at the files of ${key} was answered without a list.`);
  const total = headers['x-total-count'];
  return { found: parsed.data.result, counted: total === undefined ? undefined : Number(total) };
}
