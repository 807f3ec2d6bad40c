import type { FollowUpLog } from '@itsm-bridge/core';
import type { DeliveryRow } from '../delivery-entity.ts';
import { deliveryRecordOf } from '../delivery-record-of.ts';
import type { RunSql } from '../run-sql.ts';
import { takeDueSql } from '../sql/take-due.sql.ts';

export const createSqlFollowUpLog = (run: RunSql, schema: string): FollowUpLog => ({
  async take({ environment, integration }, { limit, againMs }) {
    const values = [environment, integration, limit, againMs];
    return (await run<DeliveryRow>(takeDueSql(schema, 'follow_ups_due'), values)).map(deliveryRecordOf);
  },
  async clear(key) {
    await run(`update "${schema}".deliveries set follow_ups_due = null where key = $1`, [key]);
  },
});
