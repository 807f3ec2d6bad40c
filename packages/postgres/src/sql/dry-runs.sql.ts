import type { DryRunQuery } from '@itsm-bridge/core';

const columns = [
  ...['id', 'key', 'job_id', 'integration', 'platform', 'payload', 'warnings', 'created_at', 'environment'],
  ...['severity', 'title', 'unresolved', 'trace_parent', 'decision', 'decided_by', 'decided_at', 'decided_reason'],
];

/** Never `analysis`, which may be megabytes. */
export const dryRunColumns = (alias: string): string => columns.map(name => `${alias}.${name}`).join(', ');

/**
 * The newest of its key, and no ticket has come. Each is looked up by its key, never joined: a plan that reads all of a table
 * to look at a page is what this avoids.
 */
const isWaiting = (schema: string): string => `
  r.id = (select max(newest.id) from "${schema}".dry_runs as newest where newest.key = r.key)
  and coalesce((select d.status from "${schema}".deliveries as d where d.key = r.key), '') not in ('created', 'found')`;

/** The newest of each key, where nobody has decided and no ticket has come: one row more than the page has. */
export const waitingDryRunsSql = (schema: string): string => `
select ${dryRunColumns('r')} from "${schema}".dry_runs as r
where r.environment = $1 and r.decision is null
  and ($2::text is null or r.integration = $2) and ($5::text is null or r.key = $5) and ($3::bigint is null or r.id < $3)
  and ${isWaiting(schema)}
order by r.id desc
limit $4::integer + 1`;

export const waitingDryRunsValues = ({
  environment,
  integration,
  key,
  after,
  limit,
}: DryRunQuery): readonly unknown[] => [...[environment, integration, after, limit, key]];

/** $1 the environment, $2 among how many of the newest that nobody has decided. */
export const countWaitingSql = (schema: string): string => `
select count(*)::integer as count from (
  select r.id, r.key from "${schema}".dry_runs as r
  where r.environment = $1 and r.decision is null
  order by r.id desc
  limit $2::integer
) as r
where ${isWaiting(schema)}`;

export const dryRunSql = (schema: string): string => `
select ${dryRunColumns('r')}, r.analysis from "${schema}".dry_runs as r where r.id = $1::bigint`;

/** $1 the key, $2 how many at most. */
export const dryRunsOfSql = (schema: string): string => `
select ${dryRunColumns('r')} from "${schema}".dry_runs as r where r.key = $1 order by r.id desc limit $2::integer`;
