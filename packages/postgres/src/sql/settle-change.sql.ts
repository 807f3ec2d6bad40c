import type { ChangeSettlement, ChangeToken } from '@itsm-bridge/core';
import { eventInTurnSql } from './event-in-turn.sql.ts';

/** Result and event in one statement; no row when the token is no longer the newest. */
export const settleChangeSql = (schema: string): string => `
with settled as (
  update "${schema}".changes set
    status = $11,
    attempts = $12::integer,
    error = $13::jsonb,
    doubt_from = case $11 when 'unknown' then least(doubt_from, $14::timestamptz) end,
    doubt_until = case $11 when 'unknown' then greatest(doubt_until, $15::timestamptz) end,
    doubt_answered = case $11 when 'unknown' then $16::boolean end,
    updated_at = now()
  where key = $8 and id = $9 and token = $10::bigint and status = 'sending'
  returning id
),${eventInTurnSql(schema, 'settled')}
select id from event`;

/** After those of the event. */
export const settleChangeValues = (
  { key, changeId, token }: ChangeToken,
  { status, attempts, error, doubt }: ChangeSettlement,
): readonly unknown[] => [
  ...[key, changeId, token.toString(), status, attempts, error && JSON.stringify(error)],
  ...[doubt?.from, doubt?.until, doubt?.answered],
];
