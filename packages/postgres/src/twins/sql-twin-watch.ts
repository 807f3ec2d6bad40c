import type { TwinWatch } from '@itsm-bridge/core';
import type { DeliveryRow } from '../delivery-entity.ts';
import { deliveryRecordOf } from '../delivery-record-of.ts';
import type { RunSql } from '../run-sql.ts';
import { eventValues } from '../sql/event-in-turn.sql.ts';
import { recordTwinsSql, recordTwinsValues } from '../sql/record-twins.sql.ts';
import { takeDueSql } from '../sql/take-due.sql.ts';
import { storable } from '../storable.ts';

export function createSqlTwinWatch(run: RunSql, schema: string, onEvent: () => void): TwinWatch {
  return {
    async take({ environment, integration }, { limit, againMs }) {
      const rows = await run<DeliveryRow>(takeDueSql(schema, 'twins_due'), [environment, integration, limit, againMs]);
      return rows.map(deliveryRecordOf);
    },
    async clear(key) {
      await run(`update "${schema}".deliveries set twins_due = null where key = $1`, [key]);
    },
    async record(key, twins, given) {
      const event = storable(given);
      const values = [...eventValues(event), ...recordTwinsValues(key, storable(twins))];
      const [row] = await run<{ readonly id: string }>(recordTwinsSql(schema), values);
      if (!row) return 'superseded';
      onEvent();
      return { ...event, id: BigInt(row.id) };
    },
  };
}
