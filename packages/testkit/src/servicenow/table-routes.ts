import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failures } from './failure.ts';
import { candidates } from './query/candidates.ts';
import { parseEncodedQuery } from './query/encoded-query.ts';
import { runQuery } from './query/run-query.ts';
import { readBody } from './read-body.ts';
import { insertRow } from './row/insert-row.ts';
import { appendToJournal } from './row/journal.ts';
import { renderRow } from './row/render-row.ts';
import { sentValues } from './row/sent-values.ts';
import { updateRow } from './row/update-row.ts';
import { viewOf } from './row/view.ts';
import { refuseByPolicy } from './rules/data-policy.ts';
import { mayRead } from './rules/may-read.ts';
import { findTable, type Table } from './schema/table.ts';

/** The Table API. PUT does what PATCH does: only the columns that were sent move. */
export const tableRoutes: readonly Route<Context>[] = [
  { method: 'POST', pattern: '/api/now/table/:table', answer: withTable(create) },
  { method: 'GET', pattern: '/api/now/table/:table', answer: withTable(list) },
  { method: 'GET', pattern: '/api/now/table/:table/:sysId', answer: withTable(read) },
  { method: 'PATCH', pattern: '/api/now/table/:table/:sysId', answer: withTable(change) },
  { method: 'PUT', pattern: '/api/now/table/:table/:sysId', answer: withTable(change) },
];

type TableAnswer = (call: Call, context: Context, table: Table, name: string) => Reply;

function withTable(answer: TableAnswer): Route<Context>['answer'] {
  return (call, context) => {
    const name = call.params.table ?? '';
    const table = findTable(name);
    return table ? answer(call, context, table, name) : failures.invalidTable(name);
  };
}

function create(call: Call, context: Context, table: Table, name: string): Reply {
  const body = readBody(call);
  if (!body) return failures.unreadable();
  const { store, url, user, now } = context;
  const { values, notes } = sentValues(store, table, body, call.query.sysparm_input_display_value === 'true');
  const refusal = refuseByPolicy(name, values, undefined, context);
  if (refusal) return refusal;
  const opener = store.rows('sys_user').find(row => row.user_name === user)?.sys_id ?? '';
  const opened = name === 'incident' ? { opened_by: opener, ...values } : values;
  const row = insertRow(store, name, opened, user, now());
  const sysId = row.sys_id ?? '';
  appendToJournal(store, { table: name, sysId }, notes, user, now());
  return jsonReply(
    201,
    { result: renderRow(context, table, row, viewOf(call.query)) },
    { location: `${url}/api/now/table/${name}/${sysId}` },
  );
}

function list(call: Call, context: Context, table: Table, name: string): Reply {
  const readable = mayRead(name, context);
  if (typeof readable === 'object') return readable;
  const query = parseEncodedQuery(call.query.sysparm_query ?? '', table.columns);
  const found = readable === 'all' ? runQuery(candidates(context.store, name, query), query) : [];
  const offset = wholeNumber(call.query.sysparm_offset, 0);
  const shown = found.slice(offset, offset + wholeNumber(call.query.sysparm_limit, 10_000));
  const view = viewOf(call.query);
  return jsonReply(
    200,
    { result: shown.map(row => renderRow(context, table, row, view)) },
    { 'x-total-count': `${found.length}` },
  );
}

function read(call: Call, context: Context, table: Table, name: string): Reply {
  const row = mayRead(name, context) === 'all' ? context.store.find(name, call.params.sysId ?? '') : undefined;
  if (!row) return failures.noRecord();
  return jsonReply(200, { result: renderRow(context, table, row, viewOf(call.query)) });
}

function change(call: Call, context: Context, table: Table, name: string): Reply {
  const { store, user, now } = context;
  const before = store.find(name, call.params.sysId ?? '');
  if (!before) return failures.noRecord();
  const body = readBody(call);
  if (!body) return failures.unreadable();
  const { values, notes } = sentValues(store, table, body, call.query.sysparm_input_display_value === 'true');
  const refusal = refuseByPolicy(name, values, before, context);
  if (refusal) return refusal;
  const row = updateRow(store, name, before, values, user, now());
  appendToJournal(store, { table: name, sysId: row.sys_id ?? '' }, notes, user, now());
  return jsonReply(200, { result: renderRow(context, table, row, viewOf(call.query)) });
}

const wholeNumber = (text: string | undefined, otherwise: number): number =>
  text && /^\d+$/.test(text) ? Number(text) : otherwise;
