import { ItsmError } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Connection } from '../../instance/connection.ts';
import type { Reference } from './reference-settings.ts';

const rows = z.object({ result: z.array(z.looseObject({ sys_id: z.string() })) });

/** Who has left keeps a record, and often the e-mail address. */
const retiring = new Set(['sys_user', 'sys_user_group']);

export type Found =
  | { readonly kind: 'found'; readonly sysId: string }
  /** In words, for a message that goes on. */
  | {
      readonly kind: 'none';
      readonly why: string;
      /** The look-up itself came to nothing, so that there may be one. */
      readonly failed?: ItsmError;
    };

/**
 * The record that a name stands for, in the first column in which exactly one has it.
 *
 * A name that would be more than a value in a query is no name: `^` begins a further clause, and what follows
 * `javascript:` is run by the instance.
 *
 * @throws ItsmError of the read.
 */
export async function lookUpSysId(
  { http }: Pick<Connection, 'http'>,
  { table, by }: Pick<Reference, 'table' | 'by'>,
  name: string,
  signal: AbortSignal,
): Promise<Found> {
  const active = retiring.has(table);
  const none = {
    kind: 'none',
    why: `no ${active ? 'active ' : ''}record of ${table} is named ${JSON.stringify(name)}`,
  } as const;
  if (/\^|^\s*javascript:/i.test(name)) return none;
  for (const column of by) {
    const params = {
      sysparm_query: `${column}=${name}${active ? '^active=true' : ''}`,
      sysparm_fields: `sys_id,${column}`,
      sysparm_limit: 2,
      sysparm_no_count: true,
    };
    const { data } = await http.get(`/api/now/table/${table}`, { params, signal });
    const parsed = rows.safeParse(data);
    if (!parsed.success) throw new ItsmError('unavailable', `The look-up in ${table} was answered without a list.`);
    // An instance that drops an unknown clause returns strangers: each row is compared.
    const [row, another] = parsed.data.result.filter(each => same(each[column], name));
    if (row && another)
      return { kind: 'none', why: `several records of ${table} have the ${column} ${JSON.stringify(name)}` };
    if (row) return { kind: 'found', sysId: row.sys_id };
  }
  return none;
}

const same = (value: unknown, name: string): boolean =>
  typeof value === 'string' && value.toLowerCase() === name.toLowerCase();
