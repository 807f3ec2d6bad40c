import type { Context } from '../context.ts';
import type { Table } from '../schema/table.ts';
import { displayValue } from './display-value.ts';
import type { Row } from './row.ts';
import type { View } from './view.ts';

/** A record as the Table API shows it: every column a string, references as objects with a link. */
export function renderRow(context: Context, table: Table, row: Row, view: View): Record<string, unknown> {
  const names = Object.keys(table.columns).filter(name => view.fields?.includes(name) ?? true);
  return Object.fromEntries(names.map(name => [name, renderValue(context, table, name, row[name] ?? '', view)]));
}

function renderValue({ store, url }: Context, table: Table, name: string, value: string, view: View): unknown {
  const column = table.columns[name];
  const shown = displayValue(store, column, value);
  const reference = column?.kind === 'reference' && value !== '';
  const link = reference && view.links ? { link: `${url}/api/now/table/${column.table}/${value}` } : undefined;
  if (view.display === 'all') return { display_value: shown, value, ...link };
  if (view.display === 'true') return link ? { display_value: shown, ...link } : shown;
  return link ? { ...link, value } : value;
}
