import { emptyReply, jsonReply, type Reply } from '../simulator/reply.ts';
import type { Call, Route } from '../simulator/route.ts';
import type { Context } from './context.ts';
import { failures } from './failure.ts';
import { listRecords } from './list-records.ts';
import { readBody } from './read-body.ts';
import { renderRow } from './row/render-row.ts';
import type { Row } from './row/row.ts';
import { viewOf } from './row/view.ts';
import { openColumns } from './rules/field-access.ts';
import { mayRead } from './rules/may-read.ts';
import { refuseByAcl } from './rules/may-write.ts';
import type { Table } from './schema/table.ts';
import { changeRecord, createRecord, type Target } from './write-record.ts';

/** The Table API. PUT does what PATCH does: only the columns that were sent move. */
export const tableRoutes: readonly Route<Context>[] = [
  { method: 'POST', pattern: '/api/now/table/:table', answer: withTable(create) },
  { method: 'GET', pattern: '/api/now/table/:table', answer: withTable(listRecords) },
  { method: 'GET', pattern: '/api/now/table/:table/:sysId', answer: withTable(read) },
  { method: 'PATCH', pattern: '/api/now/table/:table/:sysId', answer: withTable(change) },
  { method: 'PUT', pattern: '/api/now/table/:table/:sysId', answer: withTable(change) },
  { method: 'DELETE', pattern: '/api/now/table/:table/:sysId', answer: withTable(remove) },
];

type TableAnswer = (call: Call, context: Context, table: Table) => Reply;

function withTable(answer: TableAnswer): Route<Context>['answer'] {
  return (call, context) => {
    const name = call.params.table ?? '';
    const table = context.store.schema.find(name);
    return table ? answer(call, context, table) : failures.invalidTable(name);
  };
}

function create(call: Call, context: Context, table: Table): Reply {
  const body = readBody(call);
  if (!body) return failures.unreadable();
  const result = createRecord(context, targetOf(call, table), body);
  if (result.kind === 'refused') return result.reply;
  const headers = { location: `${context.url}/api/now/table/${table.name}/${result.row.sys_id}` };
  if (call.headers['x-no-response-body'] === 'true') return emptyReply(201, headers);
  return shown(201, call, context, table, result.row, headers);
}

function read(call: Call, context: Context, table: Table): Reply {
  const row = visibleRow(call, context, table);
  return row ? shown(200, call, context, table, row) : failures.noRecord();
}

function change(call: Call, context: Context, table: Table): Reply {
  const before = visibleRow(call, context, table);
  if (!before) return failures.noRecord();
  const body = readBody(call);
  if (!body) return failures.unreadable();
  const result = changeRecord(context, targetOf(call, table), before, body);
  return result.kind === 'refused' ? result.reply : shown(200, call, context, table, result.row);
}

function remove(call: Call, context: Context, table: Table): Reply {
  const row = visibleRow(call, context, table);
  if (!row) return failures.noRecord();
  const name = row.sys_class_name || table.name;
  const refusal = refuseByAcl(name, 'delete', context.options);
  if (!refusal) context.store.remove(name, row.sys_id ?? '');
  return refusal ?? emptyReply(204);
}

function visibleRow({ params }: Call, context: Context, { name }: Table): Row | undefined {
  const visible = mayRead(name, context);
  const row = context.store.find(name, params.sysId ?? '');
  return row && typeof visible === 'function' && visible(row) ? row : undefined;
}

function shown(
  status: number,
  call: Call,
  context: Context,
  table: Table,
  row: Row,
  headers: Readonly<Record<string, string>> = {},
): Reply {
  const result = renderRow(context, openColumns(table, 'read', context.options), row, viewOf(call.query));
  return jsonReply(status, { result }, headers);
}

const targetOf = ({ query }: Call, table: Table): Target => ({
  name: table.name,
  table,
  byDisplayValue: query.sysparm_input_display_value === 'true',
});
