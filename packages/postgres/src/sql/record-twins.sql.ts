import type { TicketRef } from '@itsm-bridge/core';
import { eventInTurnSql } from './event-in-turn.sql.ts';

/** Twins, mark and event in one statement; no row when another look was faster. */
export const recordTwinsSql = (schema: string): string => `
with recorded as (
  update "${schema}".deliveries set twins = $9::jsonb, twins_due = null, updated_at = now()
  where key = $8 and twins_due is not null
  returning key
),${eventInTurnSql(schema, 'recorded')}
select id from event`;

/** After those of the event. */
export const recordTwinsValues = (key: string, twins: readonly TicketRef[]): readonly unknown[] => [
  key,
  JSON.stringify(twins),
];
