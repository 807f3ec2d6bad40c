import { eventEnvironmentSql } from './event-environment.sql.ts';
import { isDecidedByPeople } from './words.sql.ts';

/**
 * What happened in environment $1 in each of the last sixty minutes; one row without a minute where nothing did. A process
 * whose clock is ahead has told of what is happening now.
 */
export const activitySql = (schema: string): string => `
with told as (
  select integration, least(date_trunc('minute', at), date_trunc('minute', now())) as minute,
         count(*) filter (where type = 'ticket-created')::integer as created,
         count(*) filter (where type = 'ticket-failed')::integer as failed,
         count(*) filter (where type = 'ticket-retrying')::integer as retried
  from "${schema}".events as e
  where at >= date_trunc('minute', now()) - interval '59 minutes'
    and type in ('ticket-created', 'ticket-failed', 'ticket-retrying') and not ${isDecidedByPeople("data -> 'error'")}
    and ${eventEnvironmentSql(schema, 'e')} = $1
  group by 1, 2
)
select clock.now, told.* from (select now()) as clock left join told on true`;
