import type { NewEvent } from '@itsm-bridge/core';
import { channelOf } from '../news/news.ts';
import { eventDataOf } from './event-data-of.ts';

/**
 * Ids are drawn before a commit and seen after it, so that a reader who asks for more than the last id could miss one
 * for ever. The lock is held until the commit: events become visible in the order of their ids.
 */
export const takeTurnSql = (schema: string): string =>
  `pg_advisory_xact_lock(hashtextextended('itsm-bridge events ${schema}', 0))`;

/** Two common table expressions: `in_turn`, the rows of `source` once it is their turn, and `event`, one event for each. */
export const eventInTurnSql = (schema: string, source: string): string => `
in_turn as materialized (
  select *, ${takeTurnSql(schema)} from ${source}
), event as (
  insert into "${schema}".events (type, at, key, job_id, integration, platform, data, environment)
  select $1, $2::timestamptz, $3, $4, $5, $6, $7::json, $7::json ->> 'environment' from in_turn
  returning id, pg_notify('${channelOf(schema)}', 'events')
)`;

/** The first seven parameters of every statement that stores an event. */
export const eventValues = (event: NewEvent): readonly unknown[] => [
  ...[event.type, event.at, event.key, event.jobId, event.integration, event.platform, eventDataOf(event)],
];
