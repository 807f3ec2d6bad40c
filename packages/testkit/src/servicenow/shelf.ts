import { createValueIndex, type ValueIndex } from '../simulator/value-index.ts';
import type { Row } from './row/row.ts';
import type { Table } from './schema/table.ts';

/** The records of one table, with an index for each column that is looked up by. */
export interface Shelf {
  readonly rows: Map<string, Row>;
  /** How many records there ever were. */
  made: number;
  readonly indexes: ReadonlyMap<string, ValueIndex>;
}

/** An empty shelf, or one with the rows that a table has from the start. */
export function createShelf(table: Table | undefined, given: readonly Row[]): Shelf {
  const names = table ? [table.displayColumn, ...table.indexed] : [];
  const indexes = new Map(names.map(column => [column, createValueIndex()]));
  const shelf: Shelf = { rows: new Map(), made: given.length, indexes };
  for (const row of given) replace(shelf, row.sys_id ?? '', undefined, { ...shipped, ...row });
  return shelf;
}

export function replace({ rows, indexes }: Shelf, id: string, before: Row | undefined, after: Row | undefined): void {
  if (after) rows.set(id, after);
  else rows.delete(id);
  for (const [column, index] of indexes) index.move(id, valuesOf(before, column), valuesOf(after, column));
}

const valuesOf = (row: Row | undefined, column: string): readonly string[] =>
  row ? [(row[column] ?? '').toLowerCase()] : [];

/** What the platform came with was there before the first request. */
const shipped: Row = {
  sys_created_on: '2024-01-01 00:00:00',
  sys_created_by: 'system',
  sys_updated_on: '2024-01-01 00:00:00',
  sys_updated_by: 'system',
  sys_mod_count: '0',
  sys_tags: '',
};
