import { attachmentColumns } from '../attachments/attachment-columns.ts';
import { importTables } from '../import-set/import-tables.ts';
import { businessTables } from './business-tables.ts';
import { changeRequestTable } from './change-request-table.ts';
import { columnsOf } from './column.ts';
import { dictionaryTables } from './dictionary-tables.ts';
import { incidentTable } from './incident-table.ts';
import { peopleTables } from './people-tables.ts';
import { problemTable } from './problem-table.ts';
import { securityIncidentTable } from './security-incident-table.ts';
import type { TableDefinition } from './table.ts';
import { taskTable } from './task-table.ts';

/** The tables that every instance has. One more line makes one more table. */
export const baseTables: Readonly<Record<string, TableDefinition>> = {
  task: taskTable,
  incident: incidentTable,
  problem: problemTable,
  change_request: changeRequestTable,
  sn_si_incident: securityIncidentTable,
  ...peopleTables,
  ...businessTables,
  ...dictionaryTables,
  ...importTables,
  sys_attachment: {
    label: 'Attachment',
    columns: attachmentColumns,
    displayColumn: 'file_name',
    indexed: ['table_sys_id'],
  },
  sys_journal_field: {
    label: 'Journal Entry',
    columns: columnsOf('name element element_id value', { kind: 'text' }),
    displayColumn: 'element',
    indexed: ['element_id'],
  },
};
