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
  sys_user_role: {
    label: 'Role',
    displayColumn: 'name',
    columns: columnsOf('name description', { kind: 'text' }),
  },
  sys_user_has_role: {
    label: 'User Role',
    displayColumn: 'role',
    indexed: ['user'],
    columns: {
      user: { kind: 'reference', table: 'sys_user' },
      role: { kind: 'reference', table: 'sys_user_role' },
      state: { kind: 'text', initial: 'active', choices: { active: 'Active', deleted: 'Deleted' } },
      inherited: { kind: 'text', type: 'boolean', initial: 'false' },
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
