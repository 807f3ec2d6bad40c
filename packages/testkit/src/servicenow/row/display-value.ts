import type { Column } from '../schema/column.ts';
import { findTable } from '../schema/table.ts';
import type { Store } from '../store.ts';

/** What a person sees for a stored value: the label of a choice, the name of a referenced record, else the value. */
export function displayValue(store: Store, column: Column | undefined, value: string): string {
  if (column?.kind === 'reference') {
    const shownBy = findTable(column.table)?.displayColumn ?? '';
    return store.find(column.table, value)?.[shownBy] ?? '';
  }
  if (column?.kind === 'text' || column?.kind === 'system') return column.choices?.[value] ?? value;
  return value;
}
