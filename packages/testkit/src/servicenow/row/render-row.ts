import type { Context } from '../context.ts';
import { columnAt, valueAt } from '../query/dot-walk.ts';
import type { Column } from '../schema/column.ts';
import type { Table } from '../schema/table.ts';
import { displayValue } from './display-value.ts';
import { journalText } from './journal-text.ts';
import type { Row } from './row.ts';
import type { View } from './view.ts';

/** A record as the Table API shows it: every column a string, references as objects with a link. */
export function renderRow(context: Context, table: Table, row: Row, view: View): Record<string, unknown> {
  const { store } = context;
  const shown: Record<string, unknown> = {};
  // A loop and not a chain of lists: this is where an instance under load spends its time.
  for (const path of view.fields ?? Object.keys(table.columns)) {
    const column = columnAt(store.schema, table, path);
    if (!column) continue;
    if (column.kind === 'journal') shown[path] = renderJournal(context, column, row, path, view);
    else shown[path] = renderValue(context, column, valueAt(store, table, row, path), view);
  }
  return shown;
}

function renderJournal({ store }: Context, column: Column, row: Row, path: string, { display }: View): unknown {
  if (display === 'false') return '';
  const display_value = journalText(store, row.sys_id ?? '', path, column);
  return display === 'all' ? { display_value, value: '' } : display_value;
}

function renderValue({ store, url }: Context, column: Column, value: string, view: View): unknown {
  const reference = column.kind === 'reference' && value !== '';
  const link = reference && view.links ? { link: `${url}/api/now/table/${column.table}/${value}` } : undefined;
  if (view.display === 'false') return link ? { ...link, value } : value;
  const display_value = displayValue(store, column, value);
  if (view.display === 'all') return { display_value, value, ...link };
  return link ? { display_value, ...link } : display_value;
}
