import { ItsmError } from '@itsm-bridge/core';
import { z } from 'zod';
import type { Connection } from '../instance/connection.ts';

interface Asked<Field> {
  readonly table: string;
  readonly query: string;
  readonly fields: readonly Field[];
  /** The first page alone, with so many rows at the most. */
  readonly most?: number;
}

/** A page that instances answer in a second; a task table has some hundred columns. */
const pageSize = 1000;

/** A column that this user may not read is not there at all. */
const rows = z.object({ result: z.array(z.record(z.string(), z.unknown())) });

/**
 * Every row of a query, page by page, as texts. The caller compares each with what was asked for, since a clause that
 * names no column is dropped.
 *
 * A page can come back short, as the limit counts rows that an ACL then hides: X-Total-Count says where the end is.
 *
 * @throws ItsmError of the read.
 */
export async function listRows<Field extends string>(
  { http }: Pick<Connection, 'http'>,
  { table, query, fields, most }: Asked<Field>,
  signal: AbortSignal,
): Promise<readonly Readonly<Record<Field, string>>[]> {
  type Texts = Readonly<Record<Field, string>>;
  const listed: Texts[] = [];
  for (let offset = 0; ; offset += pageSize) {
    const params = {
      sysparm_query: query,
      sysparm_fields: fields.join(','),
      sysparm_exclude_reference_link: true,
      sysparm_limit: most ?? pageSize,
      sysparm_offset: offset,
    };
    const { data, headers } = await http.get(`/api/now/table/${table}`, { params, signal });
    const parsed = rows.safeParse(data);
    if (!parsed.success) throw new ItsmError('unavailable', `The look-up in ${table} was answered without a list.`);
    const { result } = parsed.data;
    listed.push(...result.map(row => Object.fromEntries(fields.map(field => [field, textOf(row[field])])) as Texts));
    const total = Number(headers['x-total-count'] ?? Number.NaN);
    const more = Number.isNaN(total) ? result.length >= pageSize : offset + pageSize < total;
    if (!more || most !== undefined) return listed;
  }
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
