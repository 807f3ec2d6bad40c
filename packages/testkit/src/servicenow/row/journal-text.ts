import type { Column } from '../schema/column.ts';
import { labelOf } from '../schema/label-of.ts';
import type { Store } from '../store.ts';

/**
 * A journal column's display value: every entry under who wrote it and when, the latest first. The stored value is ''.
 * In this form live instances were recorded (demisto/content reads it back into entries).
 */
export function journalText(store: Store, sysId: string, name: string, column: Column): string {
  const entries = store.having('sys_journal_field', 'element_id', sysId) ?? [];
  return entries
    .filter(({ element }) => element === name)
    .toReversed()
    .map(({ sys_created_on: at, sys_created_by: by = '', value }) => {
      const author = store.having('sys_user', 'user_name', by)?.[0]?.name ?? by;
      return `${at} - ${author} (${column.label ?? labelOf(name)})\n${value}\n\n`;
    })
    .join('');
}
