import type { JsonObject } from '../simulator/is-json-object.ts';
import type { Reply } from '../simulator/reply.ts';
import type { Context } from './context.ts';
import { insertRow } from './row/insert-row.ts';
import { appendToJournal } from './row/journal.ts';
import { previewRow } from './row/preview-row.ts';
import type { Row } from './row/row.ts';
import { type SentValues, sentValues } from './row/sent-values.ts';
import { updateRow } from './row/update-row.ts';
import { changeByRules, refuseByRule } from './rules/business-rule.ts';
import { refuseByPolicy } from './rules/data-policy.ts';
import { openColumns } from './rules/field-access.ts';
import { refuseByAcl } from './rules/may-write.ts';
import type { Table } from './schema/table.ts';

/** Where a body goes, and how its values are read. */
export interface Target {
  readonly name: string;
  readonly table: Table;
  /** sysparm_input_display_value: names of records and labels of choices are looked up. */
  readonly byDisplayValue: boolean;
}

export type Written =
  | { readonly kind: 'written'; readonly row: Row }
  | { readonly kind: 'refused'; readonly reply: Reply };

/** Makes a record out of a body: what every door that inserts has in common. */
export function createRecord(context: Context, target: Target, body: JsonObject): Written {
  const { store, user, now, options } = context;
  const { name, table } = target;
  const sent = sentValues(store, openColumns(table, 'write', options), body, target.byDisplayValue);
  const opener = store.having('sys_user', 'user_name', user)?.[0]?.sys_id ?? '';
  const values = 'opened_by' in table.columns ? { opened_by: opener, ...sent.values } : sent.values;
  const reply = refuseByAcl(name, 'create', options) ?? refused(context, table, { ...sent, values }, undefined);
  if (reply) return { kind: 'refused', reply };
  return written(context, table, insertRow(store, name, values, user, now()), undefined, sent);
}

/** Changes a record by a body: what every door that updates has in common. */
export function changeRecord(context: Context, target: Target, before: Row, body: JsonObject): Written {
  const { store, user, now, options } = context;
  const table = store.schema.find(before.sys_class_name ?? '') ?? target.table;
  const open = openColumns(target.table, 'write', options);
  const denied = Object.keys(body).filter(name => name in target.table.columns && !(name in open.columns));
  const sent = sentValues(store, open, body, target.byDisplayValue);
  // Every column that was sent is denied: the update is abandoned, and that is no error either.
  if (denied.length > 0 && Object.keys(sent.values).length + sent.notes.length === 0)
    return { kind: 'written', row: before };
  const reply = refuseByAcl(table.name, 'write', options) ?? refused(context, table, sent, before);
  if (reply) return { kind: 'refused', reply };
  return written(context, table, updateRow(store, table.name, before, sent.values, user, now()), before, sent);
}

function refused({ options }: Context, table: Table, sent: SentValues, before: Row | undefined): Reply | undefined {
  const row = previewRow(table, sent.values, before);
  return refuseByPolicy(table, row, before, sent, options) ?? refuseByRule(table, row, before, options);
}

function written(context: Context, table: Table, row: Row, before: Row | undefined, { notes }: SentValues): Written {
  const { store, user, now, options } = context;
  const changed = changeByRules(table, row, before, options);
  if (changed !== row) store.put(table.name, changed);
  appendToJournal(store, { table: table.name, sysId: row.sys_id ?? '' }, notes, user, now());
  return { kind: 'written', row: changed };
}
