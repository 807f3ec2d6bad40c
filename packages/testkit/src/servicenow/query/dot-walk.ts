import type { Row } from '../row/row.ts';
import type { Column } from '../schema/column.ts';
import type { Schema } from '../schema/create-schema.ts';
import type { Table } from '../schema/table.ts';
import type { Store } from '../store.ts';

/** The column at the end of `caller_id.manager.name`; undefined where a part of the way is no reference, or no column. */
export function columnAt(schema: Schema, { columns }: Table, path: string): Column | undefined {
  const [name = '', rest] = parted(path);
  const column = Object.hasOwn(columns, name) ? columns[name] : undefined;
  if (rest === undefined) return column;
  const table = column?.kind === 'reference' ? schema.find(column.table) : undefined;
  return table && columnAt(schema, table, rest);
}

/** The value there; '' where a reference of the way is empty. */
export function valueAt(store: Store, { columns }: Table, row: Row, path: string): string {
  const [name = '', rest] = parted(path);
  if (rest === undefined) return row[name] ?? '';
  const column = columns[name];
  if (column?.kind !== 'reference') return '';
  const table = store.schema.find(column.table);
  const next = store.find(column.table, row[name] ?? '');
  return table && next ? valueAt(store, table, next, rest) : '';
}

function parted(path: string): readonly [name: string, rest?: string] {
  const dot = path.indexOf('.');
  return dot < 0 ? [path] : [path.slice(0, dot), path.slice(dot + 1)];
}
