import { jsonReply, type Reply } from '../../simulator/reply.ts';
import type { Call, Route } from '../../simulator/route.ts';
import type { Context } from '../context.ts';
import { failures } from '../failure.ts';
import { readBody } from '../read-body.ts';
import { insertRow } from '../row/insert-row.ts';
import type { Row } from '../row/row.ts';
import { sentValues } from '../row/sent-values.ts';
import { refuseByAcl } from '../rules/may-write.ts';
import type { ImportSet } from './import-set.ts';
import { type Outcome, transform } from './transform.ts';

/** The Import Set API, one row a request. What a map makes of it comes back in a 201, an error too. */
export const importRoutes: readonly Route<Context>[] = [
  { method: 'POST', pattern: '/api/now/import/:staging', answer: withSet(load) },
  { method: 'GET', pattern: '/api/now/import/:staging/:sysId', answer: withSet(read) },
];

type SetAnswer = (call: Call, context: Context, set: ImportSet, staging: string) => Reply;

/** A table that nobody made is answered as by the Table API; what this API says itself is not documented. */
function withSet(answer: SetAnswer): Route<Context>['answer'] {
  return (call, context) => {
    const staging = call.params.staging ?? '';
    const sets = context.options.importSets ?? {};
    const set = Object.hasOwn(sets, staging) ? sets[staging] : undefined;
    return set ? answer(call, context, set, staging) : failures.invalidTable(staging);
  };
}

function load(call: Call, context: Context, set: ImportSet, staging: string): Reply {
  const sent = readBody(call);
  if (!sent) return failures.unreadable();
  const { store, url, user, options } = context;
  const table = store.schema.find(staging);
  const refusal = refuseByAcl(staging, 'create', options);
  if (refusal || !table) return refusal ?? failures.invalidTable(staging);
  const nowMs = context.now();
  const { sequence } = store.next('sys_import_set');
  const number = `ISET${String(10_000 + sequence).padStart(7, '0')}`;
  const sys_import_set = insertRow(store, 'sys_import_set', { number, table_name: staging }, user, nowMs).sys_id ?? '';
  const { values } = sentValues(store, table, sent, false);
  const outcome = transform(set, values, context);
  const body = {
    import_set: number,
    staging_table: staging,
    result: [showOutcome(outcome, set, set.transformMap ?? staging, context)],
  };
  const staged = { ...values, ...traceOf(outcome, set), sys_import_set, outcome: JSON.stringify(body) };
  const { sys_id } = insertRow(store, staging, staged, user, nowMs);
  return jsonReply(201, body, { location: `${url}/api/now/import/${staging}/${sys_id}` });
}

/** What the staged row keeps of it. */
const traceOf = (outcome: Outcome, { table }: ImportSet): Row => ({
  sys_import_state: outcome.status,
  ...(outcome.status === 'error' ? {} : { sys_target_table: table, sys_target_sys_id: outcome.row.sys_id ?? '' }),
});

/** The id is that of the staged row, which only the Location header names. */
function read(call: Call, { store }: Context, _set: ImportSet, staging: string): Reply {
  const row = store.find(staging, call.params.sysId ?? '');
  return row ? jsonReply(200, JSON.parse(row.outcome ?? '')) : failures.noRecord();
}

/** An error names no record; its two messages are those of microsoft/azure-pipelines-extensions#1009. */
function showOutcome(
  outcome: Outcome,
  set: ImportSet,
  map: string,
  { store, url }: Context,
): Readonly<Record<string, string>> {
  if (outcome.status === 'error')
    return { transform_map: map, status: 'error', error_message: outcome.message, status_message: outcome.message };
  const name = store.schema.find(set.table)?.displayColumn ?? '';
  const { sys_id: sysId = '', [name]: shown = '' } = outcome.row;
  return {
    transform_map: map,
    table: set.table,
    display_name: name,
    display_value: shown,
    record_link: `${url}/api/now/table/${set.table}/${sysId}`,
    status: outcome.status,
    sys_id: sysId,
  };
}
