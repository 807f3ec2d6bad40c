import type { Table } from '../schema/table.ts';
import type { RuleOptions } from './rule-options.ts';

/** The table as the user may read or write it: without the columns that are denied. */
export function openColumns(table: Table, act: 'read' | 'write', { acl }: RuleOptions): Table {
  const { deniedFields = {} } = acl ?? {};
  const isOpen = (name: string): boolean =>
    !table.lineage.some(ancestor => deniedFields[`${ancestor}.${name}`]?.includes(act));
  if (Object.keys(deniedFields).length === 0) return table;
  const columns = Object.fromEntries(Object.entries(table.columns).filter(([name]) => isOpen(name)));
  return { ...table, columns };
}
