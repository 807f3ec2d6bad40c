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

/**
 * What a journal column shows where display values are asked for: every entry, the newest first, each under a line that
 * says when and who (rbw/pysnow#112, rapid7/insightconnect-plugins#4064).
 */
export function journalText(store: Store, sysId: string, element: string): string {
  const label = element === 'comments' ? 'Additional comments' : 'Work notes';
  const rows = (store.having(journalTable, 'element_id', sysId) ?? []).filter(row => row.element === element);
  const nameOf = (user = ''): string => store.having('sys_user', 'user_name', user)?.[0]?.name ?? user;
  return rows
    .toReversed()
    .map(row => `${row.sys_created_on} - ${nameOf(row.sys_created_by)} (${label})\n${row.value}\n\n`)
    .join('');
}

/** The entries of one record, oldest first. */
export const readJournal = (store: Store, sysId: string): readonly JournalEntry[] =>
  (store.having(journalTable, 'element_id', sysId) ?? []).map(row => ({
    element: row.element ?? '',
    value: row.value ?? '',
  }));
