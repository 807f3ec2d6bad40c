import type { ServiceNowOptions } from '@itsm-bridge/testkit';
import { bare, type Desk, openDesk } from './desk.ts';

type ImportSet = NonNullable<ServiceNowOptions['importSets']>[string];

export const staging = 'u_rca_import';

const columns = [
  ...['short_description', 'description', 'work_notes', 'priority', 'impact', 'urgency', 'category'],
  ...['assignment_group', 'caller_id', 'correlation_id', 'correlation_display', 'state'],
];

/** The staging table of the README: one column a field, with the prefix, and a map that finds a record by its key. */
const given: ImportSet = {
  table: 'incident',
  fields: Object.fromEntries(columns.map(field => [`u_${field}`, field])),
  coalesce: ['u_correlation_id'],
};

/** An instance with that table; `set` replaces members of its map. */
export const importSetOptions = (set: Partial<ImportSet> = {}): ServiceNowOptions => ({
  importSets: { [staging]: { ...given, ...set } },
});
export const throughImportSet = { import_set: { table: staging } };

/** A desk that creates through an import set; `set` replaces members of the staging table's map. */
export const openImportDesk = (
  set: Partial<ImportSet> = {},
  members: Readonly<Record<string, unknown>> = {},
  options: ServiceNowOptions = {},
): Promise<Desk> => openDesk({ ...bare, ...throughImportSet, ...members }, { ...options, ...importSetOptions(set) });
