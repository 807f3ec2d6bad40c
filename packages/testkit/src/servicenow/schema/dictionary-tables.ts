import { columnsOf } from './column.ts';
import type { TableDefinition } from './table.ts';

/** The tables in which the schema describes itself. */
export const dictionaryTables: Readonly<Record<string, TableDefinition>> = {
  sys_db_object: {
    label: 'Table',
    displayColumn: 'label',
    indexed: ['name'],
    columns: {
      ...columnsOf('name label', { kind: 'text' }),
      super_class: { kind: 'reference', table: 'sys_db_object', label: 'Extends table' },
    },
  },
  sys_dictionary: {
    label: 'Dictionary Entry',
    displayColumn: 'column_label',
    indexed: ['name', 'element'],
    columns: {
      ...columnsOf('name element column_label default_value', { kind: 'text' }),
      // References by name, not by sys_id, on an instance: asked without display values they read as plain strings.
      ...columnsOf('internal_type reference', { kind: 'text' }),
      ...columnsOf('dependent dependent_on_field', { kind: 'text' }),
      ...columnsOf('max_length choice', { kind: 'text', type: 'integer' }),
      ...columnsOf('mandatory read_only active', { kind: 'text', type: 'boolean' }),
    },
  },
  sys_choice: {
    label: 'Choice',
    displayColumn: 'label',
    indexed: ['name', 'element'],
    columns: {
      ...columnsOf('name element value label language dependent_value', { kind: 'text' }),
      sequence: { kind: 'text', type: 'integer' },
      inactive: { kind: 'text', type: 'boolean', initial: 'false' },
    },
  },
};
