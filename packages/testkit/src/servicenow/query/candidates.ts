import type { Row } from '../row/row.ts';
import type { Store } from '../store.ts';
import type { EncodedQuery } from './encoded-query.ts';

/** The records among which those of a query are: all of the table, or fewer where a clause that must hold has an index. */
export function candidates(store: Store, table: string, { groups }: EncodedQuery): readonly Row[] {
  for (const [clause, alternative] of groups) {
    if (clause?.operator !== '=' || alternative) continue;
    const rows = store.having(table, clause.field, clause.value);
    if (rows) return rows;
  }
  return store.rows(table);
}
