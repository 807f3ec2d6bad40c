import { ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from '../instance/connection.ts';

const row = z.looseObject({ sys_id: z.string(), correlation_id: z.string().optional() });
const rows = z.object({ result: z.array(row) });
type Row = z.output<typeof row>;

/** The page is cut to this before row ACLs hide what this user may not see (KB3047115). */
const limit = 10;

/** A value that no query takes for more than a value: neither `^` nor `javascript:` is in it. */
const harmless = /^[\w.-]+$/;

/**
 * Whether an empty look-up by correlation_id says anything. With glide.invalid_query.returns_no_rows a clause on a column
 * that this user may not read, or not query by, finds nothing, and so looks like the absence of the ticket. So the newest
 * rows are looked at without such a clause, and one that has a value has to be found by it.
 *
 * Where no row is shown there is nothing to learn.
 *
 * @throws ItsmError of a read; kind `config` where a look-up by the column is blind.
 */
export async function seeKeyColumn(connection: Connection, signal: AbortSignal): Promise<'seen' | 'no-rows'> {
  const { table } = connection;
  const newest = await listed(connection, 'ORDERBYDESCsys_created_on', signal);
  if (newest.length === 0) return 'no-rows';
  if (newest.every(({ correlation_id: value }) => value === undefined)) {
    const message = `No record of ${table} shows its correlation_id, so that an empty look-up by it is no proof that there is no ticket. Let this user read correlation_id; nothing is sent again before that.`;
    throw new ItsmError('config', message);
  }
  const known = newest.find(({ correlation_id: value = '' }) => harmless.test(value));
  const query = known && `sys_id=${known.sys_id}^correlation_id=${known.correlation_id}`;
  if (query !== undefined && (await listed(connection, query, signal)).length === 0) {
    const message = `${table} does not find a record by the correlation_id that it shows, so that an empty look-up by it is no proof that there is no ticket. Let this user query by correlation_id (its query ACLs); nothing is sent again before that.`;
    throw new ItsmError('config', message);
  }
  return 'seen';
}

async function listed({ http, path, table }: Connection, query: string, signal: AbortSignal): Promise<readonly Row[]> {
  const asked = { sysparm_query: query, sysparm_fields: 'sys_id,correlation_id', sysparm_limit: limit };
  const { data } = await http.get(path, { params: { ...asked, sysparm_no_count: true }, signal });
  const answer = rows.safeParse(data);
  if (answer.success) return answer.data.result;
  throw new ItsmError('unavailable', `A look at ${table} was answered without a list of records.`);
}
