import { isJsonObject, type JsonObject } from '../../simulator/is-json-object.ts';
import type { Context } from '../context.ts';
import type { Row } from '../row/row.ts';
import { type SentValues, sentValues } from '../row/sent-values.ts';
import { changeRecord, createRecord, type Target, type Written } from '../write-record.ts';
import type { ImportSet } from './import-set.ts';

/** What became of one row of a staging table. */
export type Outcome =
  | { readonly status: 'inserted' | 'updated' | 'ignored'; readonly row: Row }
  | { readonly status: 'error'; readonly message: string };

/** Runs the map over one staged row; the target is written as through the Table API, with its rules and policies. */
export function transform(set: ImportSet, staged: JsonObject, context: Context): Outcome {
  const table = context.store.schema.find(set.table);
  // The words are on record with a client (harness/harness-core, its tests of import sets).
  if (!table || Object.keys(set.fields).length === 0)
    return failed('No transform entry or scripts are defined; Target record not found');
  const mapped = Object.entries(set.fields).filter(([from]) => Object.hasOwn(staged, from));
  const body = Object.fromEntries(mapped.map(([from, to]) => [to, staged[from]]));
  const missing = (set.mandatory ?? []).filter(name => !body[name]);
  if (missing.length > 0) return failed(`Mandatory fields are empty: ${missing.join(', ')}`);
  // A map looks references up by what they show.
  const target: Target = { name: set.table, table, byDisplayValue: true };
  const sent = sentValues(context.store, table, body, true);
  const before = findTarget(set, sent, context);
  if (!before) return outcomeOf(createRecord(context, target, body), 'inserted');
  const same = Object.entries(sent.values).every(([name, value]) => before[name] === value);
  if (same && sent.notes.length === 0) return { status: 'ignored', row: before };
  return outcomeOf(changeRecord(context, target, before, body), 'updated');
}

/** The first record that has every coalesce value. An empty one finds nothing, so that the row makes a record. */
function findTarget(set: ImportSet, { values }: SentValues, { store }: Context): Row | undefined {
  const names = (set.coalesce ?? []).map(from => set.fields[from] ?? '');
  if (names.length === 0 || names.some(name => !values[name])) return undefined;
  return store.rows(set.table).find(row => names.every(name => row[name] === values[name]));
}

function outcomeOf(written: Written, status: 'inserted' | 'updated'): Outcome {
  return written.kind === 'written' ? { status, row: written.row } : failed(detailOf(written.reply.body));
}

/** What the platform says of a write that it refuses is what the map hands on. */
function detailOf(body: string | Uint8Array): string {
  const { error } = JSON.parse(String(body));
  return String((isJsonObject(error) && (error.detail ?? error.message)) || 'Target record not found');
}

const failed = (message: string): Outcome => ({ status: 'error', message });
