import { type Column, choicesOf } from '../schema/column.ts';
import type { Store } from '../store.ts';
import { typedValue } from './typed-value.ts';

/**
 * What is stored for a sent value. With `byDisplayValue` (sysparm_input_display_value=true) names are looked up;
 * without it a reference takes sys_ids only. What resolves to nothing leaves the field empty and is no error.
 */
export function resolveValue(store: Store, column: Column, value: string, byDisplayValue: boolean): string {
  if (column.kind === 'reference') return resolveReference(store, column.table, value, byDisplayValue);
  if (column.kind !== 'text') return value;
  const choice = Object.entries(choicesOf(column)).find(([, shown]) => byDisplayValue && shown === value);
  const stored = choice?.[0] ?? typedValue(column.type, value);
  return column.maxLength !== undefined && column.maxLength <= longestVarchar
    ? stored.slice(0, column.maxLength)
    : stored;
}

/** Longer columns are no varchar, and the dictionary's length cuts nothing. */
const longestVarchar = 255;

function resolveReference(store: Store, tableName: string, value: string, byDisplayValue: boolean): string {
  const table = store.schema.find(tableName);
  // The table is not simulated, so there is nothing to look the value up in.
  if (!table) return /^[0-9a-f]{32}$/.test(value) ? value : '';
  const named = byDisplayValue && value ? store.having(tableName, table.displayColumn, value) : undefined;
  const found = named?.find(row => row[table.displayColumn] === value) ?? store.find(tableName, value);
  return found?.sys_id ?? '';
}
