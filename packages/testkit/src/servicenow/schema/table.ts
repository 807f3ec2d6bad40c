import { attachmentColumns } from '../attachments/attachment-columns.ts';
import type { Row } from '../row/row.ts';
import { incidentRules } from '../rules/incident-rules.ts';
import { type Columns, columnsOf, systemColumns } from './column.ts';
import { incidentColumns } from './incident-columns.ts';

export interface Table {
  readonly columns: Columns;
  /** What a reference to this table shows, and what a display value is looked up by. */
  readonly displayColumn: string;
  /** Columns that are looked up by among thousands of records. @default none */
  readonly indexed?: readonly string[];
  /** What the platform decides by itself on every write. `sequence` counts the table's records from 1. */
  readonly rules?: (row: Row, before: Row | undefined, sequence: number) => Row;
}

/** The tables there are. One more line makes one more table. */
const tables: Readonly<Record<string, Table>> = {
  incident: {
    columns: incidentColumns,
    displayColumn: 'number',
    indexed: ['correlation_id'],
    rules: incidentRules,
  },
  sys_user: {
    columns: {
      ...systemColumns,
      ...columnsOf('name user_name first_name last_name email title phone', { kind: 'text' }),
      active: { kind: 'text', initial: 'true' },
    },
    displayColumn: 'name',
  },
  sys_user_group: {
    columns: {
      ...systemColumns,
      ...columnsOf('name description email type', { kind: 'text' }),
      manager: { kind: 'reference', table: 'sys_user' },
      active: { kind: 'text', initial: 'true' },
    },
    displayColumn: 'name',
  },
  sys_attachment: { columns: attachmentColumns, displayColumn: 'file_name', indexed: ['table_sys_id'] },
  sys_journal_field: {
    columns: { ...systemColumns, ...columnsOf('name element element_id value', { kind: 'text' }) },
    displayColumn: 'element',
    indexed: ['element_id'],
  },
};

export const findTable = (name: string): Table | undefined => (Object.hasOwn(tables, name) ? tables[name] : undefined);
