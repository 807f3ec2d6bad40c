import type { Warning } from '@itsm-bridge/core';
import type { StagedRow } from '../prepare/staged-row.ts';

/** A staging table lets columns that it does not have vanish, so that a lost field has one more cause. */
export function missedColumns(warnings: readonly Warning[], { stagingTable, columns }: StagedRow): readonly Warning[] {
  const columnOf = (field: string) => Object.keys(columns).find(column => columns[column] === field);
  return warnings.map(warning =>
    warning.code === 'field-dropped' && warning.field !== undefined
      ? {
          ...warning,
          message: `${warning.message} Does ${stagingTable} have a column ${columnOf(warning.field)} that the transform map uses?`,
        }
      : warning,
  );
}
