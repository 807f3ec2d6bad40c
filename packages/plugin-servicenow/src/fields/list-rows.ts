import { ItsmError } from '@itsm-bridge/core';
import { z } from '@itsm-bridge/core/zod';
import type { Connection } from '../instance/connection.ts';

type Texts<Field extends string> = Readonly<Record<Field, string>>;

interface Question<Field extends string> {
  readonly table: string;
  readonly query: string;
  readonly fields: readonly Field[];
}

/** All rows of a query, or the first page with so many rows at the most. */
export type Asked<Field extends string> = Question<Field> &
  (
    | {
        readonly most?: never;
        /** Whether a row is one that the query asked for: a clause that names no column is dropped, and all rows come. */
        wanted(row: Texts<Field>): boolean;
      }
    | { readonly most: number }
  );

/** A page that instances answer in a second; a task table has some hundred columns. */
const pageSize = 1000;

/** The choices of a table and its parents are some thousand: 20,000 rows are a table that was not asked for. */
const mostPages = 20;

/** A column that this user may not read is not there at all. */
const rows = z.object({ result: z.array(z.record(z.string(), z.unknown())) });

/**
 * Every wanted row of a query, page by page, as texts. Others are left out, and beside them no further page is read: behind
 * them is the whole table.
 *
 * A page can come back short, as the limit counts rows that an ACL then hides: X-Total-Count says where the end is, unless
 * a proxy keeps it.
 *
 * @throws ItsmError of the read; `config` where the query is not kept, or the pages have no end.
 */
export async function listRows<Field extends string>(
  { http }: Pick<Connection, 'http'>,
  asked: Asked<Field>,
  signal: AbortSignal,
): Promise<readonly Texts<Field>[]> {
  const { table, query, fields, most } = asked;
  const notKept = (found: string) => new ItsmError('config', `The look-up in ${table} ${found}.`);
  const listed: Texts<Field>[] = [];
  let before = '';
  for (let page = 0; page < mostPages; page++) {
    const offset = page * pageSize;
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
    const shown = parsed.data.result.map(row => textsOf(row, fields));
    if (most !== undefined) return shown;

    const same = JSON.stringify(shown);
    if (page > 0 && shown.length > 0 && same === before)
      throw notKept(`shows the same ${shown.length} rows on each page: sysparm_offset is ignored`);
    before = same;
    const wanted = shown.filter(asked.wanted);
    listed.push(...wanted);
    const total = Number(headers['x-total-count'] ?? Number.NaN);
    const more = Number.isNaN(total) ? shown.length >= pageSize : offset + pageSize < total;
    if (!more) return listed;
    const strangers = shown.length - wanted.length;
    if (strangers > 0)
      throw notKept(
        `shows ${strangers} rows that were not asked for, and more behind them: a clause of the query is ignored. May this user read the columns of ${table}?`,
      );
  }
  throw notKept(
    `has more than ${mostPages * pageSize} rows for one table: a clause of the query is ignored, or the pages have no end`,
  );
}

const textsOf = <Field extends string>(row: Readonly<Record<string, unknown>>, fields: readonly Field[]) =>
  Object.fromEntries(fields.map(field => [field, textOf(row[field])])) as Texts<Field>;

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
