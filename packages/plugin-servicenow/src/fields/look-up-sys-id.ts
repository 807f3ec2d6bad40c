import { ItsmError } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Connection } from '../instance/connection.ts';

/** The table that a reference field points to, and the columns by which people name its records. */
export interface Reference {
  readonly table: string;
  readonly by: readonly string[];
}

const rows = z.object({ result: z.array(z.looseObject({ sys_id: z.string() })) });

/**
 * The sys_id of the record that a name stands for, or undefined.
 *
 * A name that would be more than a value in a query is no name: `^` begins a further clause, and what follows
 * `javascript:` is run by the instance.
 *
 * @throws ItsmError of the read.
 */
export async function lookUpSysId(
  { http }: Connection,
  { table, by }: Reference,
  name: string,
  signal: AbortSignal,
): Promise<string | undefined> {
  if (/\^|^\s*javascript:/i.test(name)) return undefined;
  for (const column of by) {
    const params = {
      sysparm_query: `${column}=${name}`,
      sysparm_fields: `sys_id,${column}`,
      sysparm_limit: 2,
      sysparm_no_count: true,
    };
    const { data } = await http.get(`/api/now/table/${table}`, { params, signal });
    const parsed = rows.safeParse(data);
    if (!parsed.success) throw new ItsmError('unavailable', `The look-up in ${table} was answered without a list.`);
    // An instance that drops an unknown clause returns strangers: each row is compared.
    const row = parsed.data.result.find(each => same(each[column], name));
    if (row) return row.sys_id;
  }
  return undefined;
}

const same = (value: unknown, name: string): boolean =>
  typeof value === 'string' && value.toLowerCase() === name.toLowerCase();
