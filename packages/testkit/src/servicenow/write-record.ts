import type { JsonObject } from '../simulator/is-json-object.ts';
import type { Reply } from '../simulator/reply.ts';
import type { Context } from './context.ts';
import { insertRow } from './row/insert-row.ts';
import { appendToJournal } from './row/journal.ts';
import type { Row } from './row/row.ts';
import { type SentValues, sentValues } from './row/sent-values.ts';
import { updateRow } from './row/update-row.ts';
import { refuseByPolicy } from './rules/data-policy.ts';
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
  const { store, user, now } = context;
  const { name } = target;
  const sent = sentValues(store, target.table, body, target.byDisplayValue);
  const reply = refuseByPolicy(name, sent.values, undefined, context);
  if (reply) return { kind: 'refused', reply };
  const opener = store.rows('sys_user').find(row => row.user_name === user)?.sys_id ?? '';
  const opened = name === 'incident' ? { opened_by: opener, ...sent.values } : sent.values;
  return written(context, name, insertRow(store, name, opened, user, now()), sent);
}

/** Changes a record by a body: what every door that updates has in common. */
export function changeRecord(context: Context, target: Target, before: Row, body: JsonObject): Written {
  const { store, user, now } = context;
  const sent = sentValues(store, target.table, body, target.byDisplayValue);
  const reply = refuseByPolicy(target.name, sent.values, before, context);
  if (reply) return { kind: 'refused', reply };
  return written(context, target.name, updateRow(store, target.name, before, sent.values, user, now()), sent);
}

function written({ store, user, now }: Context, table: string, row: Row, { notes }: SentValues): Written {
  appendToJournal(store, { table, sysId: row.sys_id ?? '' }, notes, user, now());
  return { kind: 'written', row };
}
