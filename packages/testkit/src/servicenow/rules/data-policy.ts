import type { Reply } from '../../simulator/reply.ts';
import { failures } from '../failure.ts';
import type { Row } from '../row/row.ts';
import { choicesOf } from '../schema/column.ts';
import type { Table } from '../schema/table.ts';

/** The refusal of a write that would leave an incident resolved or closed without saying how; undefined lets it pass. */
export function refuseByPolicy(table: Table, values: Row, before: Row | undefined): Reply | undefined {
  if (table.name !== 'incident') return undefined;
  const start = before ?? { state: '1', incident_state: '1' };
  const row = table.rules?.({ ...start, ...values }, before, 0) ?? values;
  const missing = missingFields(table, row);
  return missing.length > 0 ? failures.dataPolicy(missing) : undefined;
}

/**
 * Labels of what the base system's data policy misses in an incident that is resolved or closed. A code that is no
 * choice of the field counts as none, and the refusal does not say so.
 */
function missingFields({ columns }: Table, row: Row): readonly string[] {
  if (row.state !== '6' && row.state !== '7') return [];
  return [
    ...(Object.hasOwn(choicesOf(columns.close_code), row.close_code ?? '') ? [] : ['Resolution code']),
    ...(row.close_notes ? [] : ['Resolution notes']),
  ];
}
