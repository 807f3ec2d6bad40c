import { ItsmError } from '@itsm-bridge/core';
import type { Dictionary } from '../fields/read-dictionary.ts';

/** @throws ItsmError kind `config`: the table lacks some of the columns, or the dictionary has them read-only. */
export function assertWritable(names: readonly string[], { tables: [table], columns }: Dictionary): void {
  const problems = names.flatMap(name => {
    const column = columns.get(name);
    if (!column) return [`${name} is no column`];
    return column.readOnly ? [`${name} is read-only`] : [];
  });
  if (problems.length > 0) throw new ItsmError('config', `Of ${table} ${problems.join(', ')}.`);
}
