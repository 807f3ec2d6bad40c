import { type Column, choicesOf } from '../schema/column.ts';
import type { Store } from '../store.ts';

/** What a person sees for a stored value: the label of a choice, the name of a referenced record, else the value. */
export function displayValue(store: Store, column: Column | undefined, value: string): string {
  if (column?.kind === 'reference') {
    const shownBy = store.schema.find(column.table)?.displayColumn ?? '';
    return store.find(column.table, value)?.[shownBy] ?? '';
  }
  return choicesOf(column)[value] ?? value;
}
