import { removedText } from '@itsm-bridge/core';

/** $1 environment, $2 how long is kept in milliseconds, and for a batch $3, how many at most. */
const isOld = (column: string): string => `${column} < now() - $2::double precision * interval '1 millisecond'`;

const withoutText = (error: string): string =>
  `case when ${error} is not null then jsonb_strip_nulls(jsonb_build_object(
    'kind', ${error} -> 'kind', 'status', ${error} -> 'status', 'message', '${removedText}'::text)) end`;

/** With the same words as the index `deliveries_texts`, so that PostgreSQL takes it. */
export const hasTexts = `(${[
  ...['analysis is not null', 'title is not null', 'payload is not null'],
  ...[`warnings <> '[]'::jsonb`, 'error is not null'],
].join(' or ')})`;

/** What is still to be sent keeps its texts. */
const oldDeliveries = (schema: string): string => `
  "${schema}".deliveries
  where environment = $1 and ${isOld('updated_at')} and ${hasTexts}
    and status in ('created', 'found', 'failed', 'needs_review')
    and (analysis is not null or title is not null or payload is not null or warnings <> '[]'::jsonb or error ->> 'message' <> '${removedText}')`;

/** A row of a version that wrote no environment to it goes by its delivery; one without a delivery is anybody's. */
const noOthers = (schema: string, of: string): string => `not exists (
  select from "${schema}".deliveries as d where d.key = ${of}.key and d.environment <> $1)`;

const oldChanges = (schema: string): string => `
  "${schema}".changes as c
  where ${isOld('c.updated_at')} and c.status in ('applied', 'failed')
    and c.error is not null and c.error ->> 'message' <> '${removedText}' and ${noOthers(schema, 'c')}`;

const oldDryRuns = (schema: string): string => `
  "${schema}".dry_runs as r
  where ${isOld('r.created_at')} and coalesce(r.environment, $1) = $1 and ${noOthers(schema, 'r')}
    and not exists (
      select from "${schema}".deliveries as d
      where d.key = r.key and d.approved = r.id and d.analysis is not null and d.status not in ('created', 'found'))`;

const oldEvents = (schema: string): string => `
  "${schema}".events as e
  where ${isOld('e.at')} and coalesce(e.environment, $1) = $1 and ${noOthers(schema, 'e')}`;

/** Who did what stays; what a person typed goes. */
const oldAudit = (schema: string): string => `
  "${schema}".audit as a where ${isOld('a.at')} and a.environment = $1 and a.detail is not null`;

/** Rows that somebody else holds are left for the next batch: nobody waits for anybody. */
const batch = 'limit $3 for update skip locked';

/** `updated_at` stays: nothing has happened to the delivery. */
export const pruneDeliveriesSql = (schema: string): string => `
with old as materialized (select key from ${oldDeliveries(schema)} order by updated_at ${batch})
update "${schema}".deliveries as d
set analysis = null, title = null, payload = null, payload_at = null, warnings = '[]', follow_ups_due = null,
  error = ${withoutText('d.error')}
from old where d.key = old.key
returning d.key`;

export const pruneChangesSql = (schema: string): string => `
with old as materialized (select key, id from ${oldChanges(schema)} order by updated_at ${batch})
update "${schema}".changes as c set error = ${withoutText('c.error')}
from old where c.key = old.key and c.id = old.id
returning c.id`;

export const pruneDryRunsSql = (schema: string): string => `
with old as materialized (select id from ${oldDryRuns(schema)} order by created_at ${batch})
delete from "${schema}".dry_runs as r using old where r.id = old.id
returning r.id`;

export const pruneEventsSql = (schema: string): string => `
with old as materialized (select id from ${oldEvents(schema)} order by at ${batch})
delete from "${schema}".events as e using old where e.id = old.id
returning e.id`;

export const pruneAuditSql = (schema: string): string => `
with old as materialized (select id from ${oldAudit(schema)} order by at ${batch})
update "${schema}".audit as a set detail = null from old where a.id = old.id
returning a.id`;

export const countOldSql = (schema: string): string => `
select (select count(*) from ${oldDeliveries(schema)})::integer as deliveries,
       (select count(*) from ${oldChanges(schema)})::integer as changes,
       (select count(*) from ${oldDryRuns(schema)})::integer as "dryRuns",
       (select count(*) from ${oldEvents(schema)})::integer as events,
       (select count(*) from ${oldAudit(schema)})::integer as audit`;
