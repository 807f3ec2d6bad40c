import { columnsOf } from '../schema/column.ts';
import type { TableDefinition } from '../schema/table.ts';

/** What every staging table extends, and where its transform maps are read. */
export const importTables: Readonly<Record<string, TableDefinition>> = {
  sys_import_set: {
    label: 'Import Set',
    displayColumn: 'number',
    columns: columnsOf('number table_name', { kind: 'text' }),
  },
  sys_import_set_row: {
    label: 'Import Set Row',
    columns: {
      sys_import_set: { kind: 'reference', table: 'sys_import_set', label: 'Set' },
      ...columnsOf('sys_import_state sys_target_table sys_target_sys_id', { kind: 'text' }),
      sys_transform_map: { kind: 'reference', table: 'sys_transform_map' },
    },
  },
  sys_transform_map: {
    label: 'Table Transform Map',
    displayColumn: 'name',
    indexed: ['source_table'],
    columns: {
      ...columnsOf('name source_table target_table', { kind: 'text' }),
      active: { kind: 'text', type: 'boolean', initial: 'true' },
      order: { kind: 'text', type: 'integer', initial: '100' },
    },
  },
  sys_transform_entry: {
    label: 'Transform Entry',
    displayColumn: 'target_field',
    indexed: ['map'],
    columns: {
      map: { kind: 'reference', table: 'sys_transform_map' },
      ...columnsOf('source_table source_field target_table target_field', { kind: 'text' }),
      ...columnsOf('coalesce use_source_script', { kind: 'text', type: 'boolean', initial: 'false' }),
    },
  },
};
