import { jsonReply, type Reply } from '../../simulator/reply.ts';
import type { Call, Route } from '../../simulator/route.ts';
import type { Context } from '../context.ts';
import { failures } from '../failure.ts';
import { readBody } from '../read-body.ts';
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
  const staged = readBody(call);
  if (!staged) return failures.unreadable();
  const { store, url } = context;
  const { sysId, sequence } = store.next('sys_import_set');
  const number = `ISET${String(10_000 + sequence).padStart(7, '0')}`;
  store.put('sys_import_set', { sys_id: sysId, number });
  const row = store.next(staging).sysId;
  const outcome = transform(set, staged, context);
  const body = {
    import_set: number,
    staging_table: staging,
    result: [showOutcome(outcome, set, set.transformMap ?? staging, context)],
  };
  store.put(staging, { sys_id: row, outcome: JSON.stringify(body) });
  return jsonReply(201, body, { location: `${url}/api/now/import/${staging}/${row}` });
}

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
