import type { DueDeliveries } from '@itsm-bridge/core';
import type { DeliveryRow } from '../delivery-entity.ts';
import { deliveryRecordOf } from '../delivery-record-of.ts';
import type { RunSql } from '../run-sql.ts';
import { type DueColumn, takeDueSql } from '../sql/take-due.sql.ts';

export const createSqlDueDeliveries = (run: RunSql, schema: string, column: DueColumn): DueDeliveries => ({
  async take({ environment, integration, approvedOnly = false }, { limit, againMs }) {
    const values = [environment, integration, limit, againMs, approvedOnly];
    return (await run<DeliveryRow>(takeDueSql(schema, column), values)).map(deliveryRecordOf);
  },
  async clear(key) {
    await run(`update "${schema}".deliveries set ${column} = null where key = $1`, [key]);
  },
});
