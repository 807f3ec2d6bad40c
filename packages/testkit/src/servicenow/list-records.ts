import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failures } from './failure.ts';
import { pageLinks } from './page-links.ts';
import { candidates } from './query/candidates.ts';
import { columnAt, valueAt } from './query/dot-walk.ts';
import { parseEncodedQuery } from './query/encoded-query.ts';
import { nameValueQuery } from './query/name-values.ts';
import { runQuery } from './query/run-query.ts';
import { wholeNumber } from './query/whole-number.ts';
import { renderRow } from './row/render-row.ts';
import { viewOf } from './row/view.ts';
import { openColumns } from './rules/field-access.ts';
import { mayRead } from './rules/may-read.ts';
import type { Table } from './schema/table.ts';

/** `GET /api/now/table/…`. The limit comes before row ACLs: a short or empty page does not prove that nothing follows. */
export function listRecords(call: Call, context: Context, whole: Table): Reply {
  const visible = mayRead(whole.name, context);
  if (typeof visible === 'object') return visible;
  const { store, options, url } = context;
  const table = openColumns(whole, 'read', options);
  const { sysparm_query: encoded } = call.query;
  const query =
    encoded === undefined
      ? nameValueQuery(store, table, call.query)
      : parseEncodedQuery(scripted(encoded, context), path => columnAt(store.schema, table, path) !== undefined);
  const nothing = query.dropped && options.invalidQueryReturnsNoRows;
  const read = (row: Readonly<Record<string, string>>, path: string): string => valueAt(store, table, row, path);
  const found = nothing ? [] : runQuery(candidates(store, table.name, query), query, read);
  const offset = wholeNumber(call.query.sysparm_offset, 0);
  const limit = wholeNumber(call.query.sysparm_limit, 10_000);
  const shown = found.slice(offset, offset + limit).filter(visible);
  // Version 1 has no empty list.
  if (shown.length === 0 && call.path.startsWith('/api/now/v1/')) return failures.noRecord();
  const counted = call.query.sysparm_no_count !== 'true';
  const links =
    call.query.sysparm_suppress_pagination_header === 'true'
      ? undefined
      : pageLinks(`${url}${call.path}`, call.query, { offset, limit, total: found.length, counted });
  const view = viewOf(call.query);
  return jsonReply(
    200,
    { result: shown.map(row => renderRow(context, table, row, view)) },
    { ...(counted ? { 'x-total-count': `${found.length}` } : {}), ...(links ? { link: links } : {}) },
  );
}

/** The one script that integrations put into queries: it stands for the sys_id of who is signed in. */
function scripted(query: string, { store, user }: Context): string {
  const script = 'javascript:gs.getUserID()';
  if (!query.includes(script)) return query;
  return query.replaceAll(script, store.having('sys_user', 'user_name', user)?.[0]?.sys_id ?? '');
}
