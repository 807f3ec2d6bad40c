import { type Fields, ItsmError, type Json } from '@itsm-bridge/core';
import type { ImportSetSettings } from '../create/import-set-settings.ts';
import type { ServiceNowPayload } from './prepare.ts';

/**
 * A row of a staging table. It names table and columns itself: what was approved is sent as it was shown, whatever the
 * config says by then.
 */
export interface StagedRow {
  readonly stagingTable: string;
  /** The body of the request. The API takes texts only. */
  readonly row: Readonly<Record<string, string>>;
  /** The field that each column of the row stands for. */
  readonly columns: Readonly<Record<string, string>>;
}

/**
 * The record as a row of the staging table; a field without a value has no place in one. Pure.
 *
 * @throws ItsmError kind `config`: two fields would go into one column, which loses one of them.
 */
export function stagedRow(record: ServiceNowPayload, importSet: ImportSetSettings): StagedRow {
  const sent = Object.entries(record).flatMap(([field, value]) =>
    value === null ? [] : [{ field, column: columnFor(field, importSet), text: textOf(value) }],
  );
  for (const [index, { field, column }] of sent.entries()) {
    const other = sent.slice(0, index).find(earlier => earlier.column === column);
    if (other) throw shared(`${other.field} and ${field}`, column, importSet);
  }
  return {
    stagingTable: importSet.table,
    row: Object.fromEntries(sent.map(({ column, text }) => [column, text])),
    columns: Object.fromEntries(sent.map(({ column, field }) => [column, field])),
  };
}

/** The column of the staging table that takes a field. */
export const columnFor = (field: string, { prefix, fields }: Pick<ImportSetSettings, 'prefix' | 'fields'>): string =>
  fields[field] ?? `${prefix}${field}`;

/** No column of a table has a capital letter, so that no record looks like this. */
export const isStagedRow = (payload: ServiceNowPayload | StagedRow): payload is StagedRow => 'stagingTable' in payload;

export const importPath = ({ stagingTable }: StagedRow): string => `/api/now/import/${stagingTable}`;

/** The fields as the target is meant to have them, whichever door they go through. */
export const recordOf = (payload: ServiceNowPayload | StagedRow): Fields =>
  isStagedRow(payload)
    ? Object.fromEntries(Object.entries(payload.columns).map(([column, field]) => [field, payload.row[column] ?? '']))
    : payload;

const shared = (both: string, column: string, { table }: ImportSetSettings): ItsmError =>
  new ItsmError(
    'config',
    `import_set: ${both} would both go into the column ${column} of ${table}, which holds one of them. Name another column for one in import_set.fields.`,
  );

const textOf = (value: Json): string => (typeof value === 'object' ? JSON.stringify(value) : String(value));
