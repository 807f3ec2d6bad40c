import type { NewDryRun } from '@itsm-bridge/core';
import { eventInTurnSql } from './event-in-turn.sql.ts';

/** Answers with the ids of both, and when it was. */
export const recordDryRunSql = (schema: string): string => `
with dry_run as (
  insert into "${schema}".dry_runs
    (key, job_id, integration, platform, payload, warnings, environment, severity, title, analysis, unresolved, trace_parent)
  values ($8, $9, $10, $11, $12::json, $13::jsonb, $14, $15, $16, $17::json, $18::jsonb, $19)
  returning id, created_at
),${eventInTurnSql(schema, 'dry_run')}
select event.id, dry_run.id as dry_run_id, dry_run.created_at from event, dry_run`;

/** After those of the event. */
export const dryRunValues = (dryRun: NewDryRun): readonly unknown[] => {
  const { key, jobId, integration, platform, payload, warnings } = dryRun;
  const { environment, severity, title, analysis, unresolved, traceParent } = dryRun;
  return [
    ...[key, jobId, integration, platform, JSON.stringify(payload ?? null), JSON.stringify(warnings)],
    ...[environment, severity, title, analysis === undefined ? undefined : JSON.stringify(analysis)],
    ...[JSON.stringify(unresolved), traceParent],
  ];
};
