import { eventColumns } from './event-columns.ts';
import { eventEnvironmentSql } from './event-environment.sql.ts';

/**
 * Of the events after $1 those of environment $3, and of job $4 and integration $5 unless they are null: the first $2 of the
 * next ten times as many. So that a reader of a quiet environment goes on past the events of a busy one, each row says how
 * far was looked; where none is found there is one row, without an event.
 */
export const eventPageSql = (schema: string): string => `
with next as materialized (
  select id, environment, key, job_id, integration from "${schema}".events
  where id > $1::bigint order by id limit $2::integer * 10
), mine as materialized (
  select * from (
    select id, ${eventEnvironmentSql(schema, 'next')} as environment from next
    where ($4::text is null or job_id = $4) and ($5::text is null or integration = $5)
  ) as told
  where coalesce(environment, $3) = $3
  order by id limit $2::integer
), looked as (
  select case when (select count(*) from mine) < $2::integer
              then (select max(id) from next) else (select max(id) from mine) end as last
)
select looked.last, ${eventColumns('e', 'mine.environment')}
from looked left join mine on true left join "${schema}".events as e on e.id = mine.id
order by e.id`;
