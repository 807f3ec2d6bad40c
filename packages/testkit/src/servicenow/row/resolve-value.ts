import type { Column } from '../schema/column.ts';
import { findTable } from '../schema/table.ts';
import type { Store } from '../store.ts';

/**
 * What is stored for a sent value. With `byDisplayValue` (sysparm_input_display_value=true) names are looked up;
 * without it a reference takes sys_ids only. What resolves to nothing leaves the field empty and is no error.
 */
export function resolveValue(store: Store, column: Column, value: string, byDisplayValue: boolean): string {
  if (column.kind === 'reference') return resolveReference(store, column.table, value, byDisplayValue);
  if (column.kind !== 'text') return value;
  const choice = Object.entries(column.choices ?? {}).find(([, shown]) => byDisplayValue && shown === value);
  return (choice?.[0] ?? value).slice(0, column.maxLength);
}

function resolveReference(store: Store, tableName: string, value: string, byDisplayValue: boolean): string {
  const table = findTable(tableName);
  // The table is not simulated, so there is nothing to look the value up in.
  if (!table) return /^[0-9a-f]{32}$/.test(value) ? value : '';
  const named = store.rows(tableName).find(row => byDisplayValue && value && row[table.displayColumn] === value);
  return (named ?? store.find(tableName, value))?.sys_id ?? '';
}
