import { jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failures } from './failure.ts';
import { candidates } from './query/candidates.ts';
import { parseEncodedQuery } from './query/encoded-query.ts';
import { runQuery } from './query/run-query.ts';
import { wholeNumber } from './query/whole-number.ts';
import { readBody } from './read-body.ts';
import { renderRow } from './row/render-row.ts';
import { viewOf } from './row/view.ts';
import { mayRead } from './rules/may-read.ts';
import { findTable, type Table } from './schema/table.ts';
import { changeRecord, createRecord, type Target } from './write-record.ts';

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
  const result = createRecord(context, targetOf(call, table, name), body);
  if (result.kind === 'refused') return result.reply;
  return jsonReply(
    201,
    { result: renderRow(context, table, result.row, viewOf(call.query)) },
    { location: `${context.url}/api/now/table/${name}/${result.row.sys_id}` },
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
  const before = context.store.find(name, call.params.sysId ?? '');
  if (!before) return failures.noRecord();
  const body = readBody(call);
  if (!body) return failures.unreadable();
  const result = changeRecord(context, targetOf(call, table, name), before, body);
  if (result.kind === 'refused') return result.reply;
  return jsonReply(200, { result: renderRow(context, table, result.row, viewOf(call.query)) });
}

const targetOf = ({ query }: Call, table: Table, name: string): Target => ({
  name,
  table,
  byDisplayValue: query.sysparm_input_display_value === 'true',
});
