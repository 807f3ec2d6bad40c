import type { TwinWatch } from '@itsm-bridge/core';
import type { RunSql } from '../run-sql.ts';
import { eventValues } from '../sql/event-in-turn.sql.ts';
import { recordTwinsSql, recordTwinsValues } from '../sql/record-twins.sql.ts';
import { storable } from '../storable.ts';
import { createSqlDueDeliveries } from './sql-due-deliveries.ts';

export function createSqlTwinWatch(run: RunSql, schema: string, onEvent: () => void): TwinWatch {
  return {
    ...createSqlDueDeliveries(run, schema, 'twins_due'),
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
