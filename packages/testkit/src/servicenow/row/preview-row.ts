import type { Table } from '../schema/table.ts';
import type { Row } from './row.ts';

/** What a write would make of a record, before anything is stored. */
export function previewRow(table: Table, values: Row, before: Row | undefined): Row {
  const row = { ...(before ?? table.initial), ...values };
  return table.rules?.(row, before, 0) ?? row;
}
