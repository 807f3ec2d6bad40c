import type { CustomColumn, CustomTable } from '../schema/schema-options.ts';
import type { ImportSet } from './import-set.ts';

/** Wide enough to cut nothing that a target takes. */
const column: CustomColumn = { maxLength: 200_000 };

/** The staging tables as an administrator makes them: a column for each that the map reads. */
export const stagingTables = (sets: Readonly<Record<string, ImportSet>>): Readonly<Record<string, CustomTable>> =>
  Object.fromEntries(
    Object.entries(sets).map(([name, { fields }]) => [
      name,
      { extends: 'sys_import_set_row', columns: Object.fromEntries(Object.keys(fields).map(each => [each, column])) },
    ]),
  );
