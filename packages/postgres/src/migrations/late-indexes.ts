import { hasTexts } from '../sql/prune.sql.ts';
import { hasEnded, trigramsOfWords } from '../sql/words.sql.ts';

export interface LateIndex {
  readonly name: string;
  /** Table, columns and condition. */
  readonly on: string;
}

/**
 * Indexes that came to tables which may be large by then. No statement needs them to be right, so that they are built
 * outside of the migrations, while everybody goes on writing (`concurrently`).
 */
export const lateIndexes = (schema: string): readonly LateIndex[] => [
  { name: 'deliveries_texts', on: `"${schema}".deliveries (environment, updated_at) where ${hasTexts}` },
  { name: 'changes_with_texts', on: `"${schema}".changes (updated_at) where error is not null` },
  { name: 'dry_runs_created_at', on: `"${schema}".dry_runs (created_at)` },
  { name: 'dry_runs_waiting', on: `"${schema}".dry_runs (environment, id) where decision is null` },
  {
    name: 'dry_runs_waiting_in_lane',
    on: `"${schema}".dry_runs (environment, integration, id) where decision is null`,
  },
  { name: 'events_at', on: `"${schema}".events (at)` },
  { name: 'events_key', on: `"${schema}".events (key, id)` },
  // The lists of search.sql.ts, each in its order: all, those of a status, those of an integration.
  { name: 'deliveries_newest', on: `"${schema}".deliveries (environment, created_at, key)` },
  { name: 'deliveries_newest_in_status', on: `"${schema}".deliveries (environment, status, created_at, key)` },
  {
    name: 'deliveries_newest_in_lane',
    on: `"${schema}".deliveries (environment, integration, status, created_at, key)`,
  },
  {
    name: 'deliveries_words',
    // Each row is put in its place at once: nobody has to put a thousand there, and no search has to read what waits.
    on: `"${schema}".deliveries using gin (${trigramsOfWords(schema)}) with (fastupdate = off) where ${hasEnded}`,
  },
];

/** $1 the schema. One that is not valid is being built, or its building was cut off. */
export const indexStatesSql = `
select i.relname as name, x.indisvalid as valid
from pg_index as x join pg_class as i on i.oid = x.indexrelid join pg_namespace as n on n.oid = i.relnamespace
where n.nspname = $1`;

/** $1 the schema. */
export const beingBuiltSql = `
select c.relname from pg_stat_progress_create_index as p
join pg_class as c on c.oid = p.relid join pg_namespace as n on n.oid = c.relnamespace
where p.datname = current_database() and n.nspname = $1`;

export interface IndexState {
  readonly name: string;
  readonly valid: boolean;
}
