import type { JsonObject } from '../../simulator/is-json-object.ts';
import type { Table } from '../schema/table.ts';
import type { Store } from '../store.ts';
import type { JournalEntry } from './journal.ts';
import { resolveValue } from './resolve-value.ts';
import type { Row } from './row.ts';

export interface SentValues {
  readonly values: Row;
  readonly notes: readonly JournalEntry[];
}

/** What of a body is kept. Unknown columns, columns of the platform's own and nested values vanish without a word. */
export function sentValues(store: Store, table: Table, body: JsonObject, byDisplayValue: boolean): SentValues {
  const values: Record<string, string> = {};
  const notes: JournalEntry[] = [];
  for (const [name, sent] of Object.entries(body)) {
    const column = Object.hasOwn(table.columns, name) ? table.columns[name] : undefined;
    if (!column || column.kind === 'system' || (typeof sent === 'object' && sent !== null)) continue;
    const text = sent === null ? '' : String(sent);
    if (column.kind !== 'journal') values[name] = resolveValue(store, column, text, byDisplayValue);
    else if (text) notes.push({ element: name, value: text });
  }
  return { values, notes };
}
