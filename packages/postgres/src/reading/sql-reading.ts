import { type Ledger, placeInList } from '@itsm-bridge/core';
import type { DeliveryRow } from '../delivery-entity.ts';
import { deliveryRecordOf } from '../delivery-record-of.ts';
import { type HandedInRow, handedInOf } from '../handed-in-of.ts';
import type { RunSql } from '../run-sql.ts';
import { searchSql } from '../sql/search.sql.ts';
import { storable } from '../storable.ts';

interface FoundRow extends DeliveryRow {
  readonly created_at_micros: string;
}

/**
 * What the screen asks of the deliveries.
 *
 * @param indexed Those that a page is read by may not be there yet, and are built beside it.
 */
export function createSqlReading(
  run: RunSql,
  schema: string,
  indexed: () => Promise<void>,
): Pick<Ledger, 'search' | 'handedIn' | 'sent'> {
  return {
    async search(asked) {
      void indexed();
      const query = storable(asked);
      const from = query.after === undefined ? undefined : storable(placeInList.read(query.after));
      const { sql, values } = searchSql(schema, query, from);
      const found = await run<FoundRow>(sql, values);
      const rows = found.slice(0, query.limit);
      const last = rows.at(-1);
      const isMore = last !== undefined && found.length > rows.length;
      return {
        records: rows.map(deliveryRecordOf),
        ...(isMore && { next: placeInList.write({ createdAt: BigInt(last.created_at_micros), key: last.key }) }),
      };
    },
    async handedIn(key) {
      const sql = `select analysis, approved from "${schema}".deliveries where key = $1`;
      return handedInOf((await run<HandedInRow>(sql, [key]))[0]);
    },
    async sent(key) {
      const sql = `select payload, payload_at as at from "${schema}".deliveries where key = $1 and payload_at is not null`;
      const [row] = await run<{ readonly payload: unknown; readonly at: Date }>(sql, [key]);
      return row;
    },
  };
}
