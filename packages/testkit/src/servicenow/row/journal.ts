import type { Store } from '../store.ts';
import { insertRow } from './insert-row.ts';

export interface JournalEntry {
  /** The column that was written: `work_notes` or `comments`. */
  readonly element: string;
  readonly value: string;
}

const journalTable = 'sys_journal_field';

/** Appends what was written into journal columns. The same text twice makes two entries. */
export function appendToJournal(
  store: Store,
  target: { readonly table: string; readonly sysId: string },
  entries: readonly JournalEntry[],
  by: string,
  nowMs: number,
): void {
  for (const { element, value } of entries)
    insertRow(store, journalTable, { name: target.table, element_id: target.sysId, element, value }, by, nowMs);
}

/** The entries of one record, oldest first. */
export const readJournal = (store: Store, sysId: string): readonly JournalEntry[] =>
  (store.having(journalTable, 'element_id', sysId) ?? []).map(row => ({
    element: row.element ?? '',
    value: row.value ?? '',
  }));
