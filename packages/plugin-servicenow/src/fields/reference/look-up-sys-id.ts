import { ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from '../../instance/connection.ts';
import type { Reference } from './reference-settings.ts';

const rows = z.object({ result: z.array(z.looseObject({ sys_id: z.string() })) });

/** Who has left keeps a record, and often the e-mail address. */
const retiring = new Set(['sys_user', 'sys_user_group']);

export type Found =
  | {
      readonly kind: 'found';
      readonly sysId: string;
      /** Whether it is active cannot be seen. @default false */
      readonly maybeInactive?: boolean;
    }
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
  const none = (hidden: readonly string[] = []): Found => ({
    kind: 'none',
    why: whyNone({ table, by, active, hidden }, name),
  });
  if (/\^|^\s*javascript:/i.test(name)) return none();
  const hidden: string[] = [];
  for (const column of by) {
    const params = {
      sysparm_query: `${column}=${name}${active ? '^active=true' : ''}`,
      sysparm_fields: ['sys_id', column, ...(active ? ['active'] : [])].join(','),
      sysparm_limit: 2,
      sysparm_no_count: true,
    };
    const { data } = await http.get(`/api/now/table/${table}`, { params, signal });
    const parsed = rows.safeParse(data);
    if (!parsed.success) throw new ItsmError('unavailable', `The look-up in ${table} was answered without a list.`);
    const { result } = parsed.data;
    if (result.length > 0 && !result.some(row => column in row)) hidden.push(column);
    // An instance that drops a clause, as of a column that this user may not read, returns strangers: each row is compared.
    const [row, another] = result.filter(each => same(each[column], name) && !(active && each.active === 'false'));
    if (row && another)
      return { kind: 'none', why: `several records of ${table} have the ${column} ${JSON.stringify(name)}` };
    if (row)
      return { kind: 'found', sysId: row.sys_id, ...(active && !('active' in row) ? { maybeInactive: true } : {}) };
  }
  return none(hidden);
}

interface LookedIn extends Pick<Reference, 'table' | 'by'> {
  readonly active: boolean;
  /** Columns that no row shows. */
  readonly hidden: readonly string[];
}

function whyNone({ table, by, active, hidden }: LookedIn, name: string): string {
  const lacks = `${table} has no ${hidden.join(' and no ')} that this user may read`;
  if (hidden.length === by.length) return `${JSON.stringify(name)} cannot be looked up: ${lacks}`;
  const why = `no ${active ? 'active ' : ''}record of ${table} is named ${JSON.stringify(name)}`;
  return hidden.length > 0 ? `${why}, and ${lacks}` : why;
}

const same = (value: unknown, name: string): boolean =>
  typeof value === 'string' && value.toLowerCase() === name.toLowerCase();
