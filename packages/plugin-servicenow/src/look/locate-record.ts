import { type Call, ItsmError, type TicketRef } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import { record, ticketRef } from '../create/ticket-ref.ts';
import type { Connection } from '../instance/connection.ts';

const rows = z.object({ result: z.array(record) });

/** By its number, in the table of the config. Each row is compared: a clause that an instance drops returns every record. */
export async function locateRecord(
  { http, endpoint, table, path }: Connection,
  name: string,
  { signal }: Pick<Call, 'signal'>,
): Promise<TicketRef | undefined> {
  const number = name.trim().toUpperCase();
  // `^` begins another clause of the query.
  if (!/^[A-Z0-9_-]{1,40}$/.test(number)) return undefined;
  const params = { sysparm_query: `number=${number}`, sysparm_fields: 'sys_id,number', sysparm_limit: 10 };
  const parsed = rows.safeParse((await http.get(path, { params, signal })).data);
  if (!parsed.success)
    throw new ItsmError('unavailable', `The look-up of ${number} in ${table} was answered without a list of records.`);
  const found = parsed.data.result.find(row => row.number?.toUpperCase() === number);
  return found && ticketRef(endpoint, table, found);
}
