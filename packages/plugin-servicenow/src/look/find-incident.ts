import { type Call, type Fields, ItsmError, type Lookup } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { record, ticketRef } from '../create/ticket-ref.ts';
import { readBack } from '../fields/read-back.ts';
import type { Connection } from '../instance/connection.ts';

const rows = z.object({ result: z.array(record.extend({ correlation_id: z.string().default('') })) });

/**
 * The record that carries the key. The table is SQL: a look-up sees all that was committed before it.
 *
 * A clause with an unknown field is dropped, and the query then returns every record
 * (`glide.invalid_query.returns_no_rows` is false by default): so each row is compared with the key.
 *
 * ACLs hide rows after the query has run (KB3047115), and the count before it is the database's (c_TableAPI.md,
 * sysparm_no_count): an empty list that counts some is no proof that there is no ticket.
 *
 * @param sent what it was to hold: the answer that would have told what of it was kept is lost
 */
export async function findIncident(
  { http, endpoint, table, path }: Connection,
  { key, signal }: Pick<Call, 'key' | 'signal'>,
  sent: Fields = {},
): Promise<Lookup> {
  const params = {
    sysparm_query: `correlation_id=${key}^ORDERBYsys_created_on`,
    sysparm_fields: [...new Set(['sys_id', 'number', 'correlation_id', ...Object.keys(sent)])].join(','),
    sysparm_limit: 10,
  };
  const { data, headers } = await http.get(path, { params, signal });
  const parsed = rows.safeParse(data);
  if (!parsed.success)
    throw new ItsmError('unavailable', `The look-up in ${table} was answered without a list of records.`);
  const { result } = parsed.data;
  const strangers = result.filter(row => row.correlation_id !== key).length;
  if (strangers > 0) {
    const message = `The look-up by correlation_id in ${table} returned ${strangers} records with another one: the instance ignores the clause. Is correlation_id a field of ${table} that this user may read?`;
    throw new ItsmError('config', message);
  }
  const counted = Number(headers['x-total-count'] ?? 0);
  if (result.length === 0 && counted > 0) {
    const message = `The look-up by correlation_id in ${table} shows no record and counts ${counted} that this user may not read: let it read the records that it creates.`;
    throw new ItsmError('config', message);
  }
  const [oldest, ...twins] = result.map(row => ticketRef(endpoint, table, row));
  const [stored] = result;
  if (!oldest || !stored) return { kind: 'absent', conclusive: true };
  return { kind: 'found', ticket: oldest, twins, warnings: readBack(sent, stored) };
}
