import type { DryRun } from '@itsm-bridge/core';
import { eventInTurnSql } from './event-in-turn.sql.ts';

export const recordDryRunSql = (schema: string): string => `
with dry_run as (
  insert into "${schema}".dry_runs (key, job_id, integration, platform, payload, warnings)
  values ($8, $9, $10, $11, $12::json, $13::jsonb)
  returning id
),${eventInTurnSql(schema, 'dry_run')}
select id from event`;

/** After those of the event. */
export const dryRunValues = ({ key, jobId, integration, platform, payload, warnings }: DryRun): readonly unknown[] => [
  key,
  jobId,
  integration,
  platform,
  JSON.stringify(payload ?? null),
  JSON.stringify(warnings),
];
