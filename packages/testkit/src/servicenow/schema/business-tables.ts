import { columnsOf } from './column.ts';
import type { TableDefinition } from './table.ts';

/** What tasks are about: configuration items, services, companies and places. A fresh instance has no rows of them. */
export const businessTables: Readonly<Record<string, TableDefinition>> = {
  cmdb_ci: {
    label: 'Configuration Item',
    displayColumn: 'name',
    columns: {
      ...columnsOf('name asset_tag category fqdn ip_address serial_number short_description', { kind: 'text' }),
      ...columnsOf('assigned_to managed_by owned_by', { kind: 'reference', table: 'sys_user' }),
      support_group: { kind: 'reference', table: 'sys_user_group' },
      company: { kind: 'reference', table: 'core_company' },
      location: { kind: 'reference', table: 'cmn_location' },
      operational_status: {
        kind: 'text',
        type: 'integer',
        initial: '1',
        choices: { 1: 'Operational', 2: 'Non-Operational', 6: 'Retired' },
      },
    },
  },
  cmdb_ci_service: {
    label: 'Service',
    extends: 'cmdb_ci',
    columns: columnsOf('busines_criticality service_classification', { kind: 'text' }),
  },
  service_offering: {
    label: 'Offering',
    extends: 'cmdb_ci_service',
    columns: { parent: { kind: 'reference', table: 'cmdb_ci_service' } },
  },
  core_company: {
    label: 'Company',
    displayColumn: 'name',
    columns: columnsOf('name city country street website', { kind: 'text' }),
  },
  cmn_location: {
    label: 'Location',
    displayColumn: 'name',
    columns: {
      ...columnsOf('name full_name city country street', { kind: 'text' }),
      parent: { kind: 'reference', table: 'cmn_location' },
    },
  },
};
