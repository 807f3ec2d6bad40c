import { columnsOf } from './column.ts';
import type { TableDefinition } from './table.ts';

export const peopleTables: Readonly<Record<string, TableDefinition>> = {
  sys_user: {
    label: 'User',
    displayColumn: 'name',
    indexed: ['user_name', 'email'],
    columns: {
      ...columnsOf('name first_name last_name email title phone', { kind: 'text' }),
      user_name: { kind: 'text', label: 'User ID' },
      active: { kind: 'text', type: 'boolean', initial: 'true' },
    },
  },
  sys_user_group: {
    label: 'Group',
    displayColumn: 'name',
    columns: {
      ...columnsOf('name description email type', { kind: 'text' }),
      manager: { kind: 'reference', table: 'sys_user' },
      active: { kind: 'text', type: 'boolean', initial: 'true' },
    },
  },
};
