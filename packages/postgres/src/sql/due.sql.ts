import { sweepWaitMs, waitForLocksSql } from './lock-wait.sql.ts';
import { isDecidedByPeople, isUnsettled } from './words.sql.ts';

/**
 * Rows of a lane ($1 environment, $2 integration) that somebody should take up and that have no wake-up in the queue ($3):
 * due ones, and claims whose lease has run out. The most urgent $4; $5: only those of which a dry run was approved.
 */
export const dueSql = (schema: string, queueSchema: string): string => `
select d.key, d.severity from "${schema}".deliveries as d
where d.environment = $1 and d.integration = $2
  and (d.status in ('pending', 'unknown') and coalesce(d.not_before <= now(), true)
       or d.status = 'sending' and d.lease_until <= now())
  and (not $5::boolean or d.approved is not null)
  and not exists (
    select from "${queueSchema}".job as j
    where j.name = $3 and j.singleton_key = d.key and j.state < 'active')
order by array_position(array['critical', 'high', 'medium', 'low'], d.severity), d.created_at
limit $4`;

/**
 * Wake-ups in the lane ($1, $2) that would come too late in the queue ($3): of due rows, because what held them back is over,
 * and of claims whose lease has run out, because somebody took the delivery up before its time and is gone.
 */
export const hastenSql = (schema: string, queueSchema: string): string => `
with patience as materialized (select ${waitForLocksSql(sweepWaitMs)})
update "${queueSchema}".job as j set start_after = now()
from "${schema}".deliveries as d, patience
where d.environment = $1 and d.integration = $2
  and (d.status in ('pending', 'unknown') and coalesce(d.not_before <= now(), true)
       or d.status = 'sending' and d.lease_until <= now())
  and j.name = $3 and j.singleton_key = d.key and j.state < 'active' and j.start_after > now()
returning d.key`;

/**
 * Wake-ups of a queue ($1) that were taken so long ago ($2, in seconds) that whoever took them is gone. The sweep has
 * made others.
 */
export const forgetTakenSql = (queueSchema: string): string => `
delete from "${queueSchema}".job
where name = $1 and state = 'active' and started_on < now() - $2::double precision * interval '1 second'`;

/** Wake-ups of a queue ($1) whose delivery has its ticket or its end: whoever decided it was faster than the queue. */
export const forgetEndedSql = (schema: string, queueSchema: string): string => `
delete from "${queueSchema}".job as j using "${schema}".deliveries as d
where j.name = $1 and j.state < 'active' and d.key = j.singleton_key and not ${isUnsettled}`;

/**
 * Tells ($2) on a channel ($1) that a delivery ($4) waits in the queue ($3), and takes the wake-up away that waits for it:
 * `waiting`, as JSON; null where there is none.
 */
export const announceSql = (queueSchema: string): string => `
with gone as (
  delete from "${queueSchema}".job as j where name = $3 and singleton_key = $4 and state < 'active'
  returning to_jsonb(j)::text as waiting
)
select pg_notify($1, $2), (select waiting from gone)`;

/**
 * Puts another wake-up in the place of one that was taken away ($1): as early as its delivery is urgent now ($2), and as it
 * was in all else.
 *
 * A take reads wake-ups and deliveries as they were when it began. One that was only changed since would be taken with the
 * delivery of before; one that is gone it passes over, and the new one it does not know.
 */
export const renewSql = (queueSchema: string): string => `
insert into "${queueSchema}".job
select anew.* from (select $1::jsonb as was) as waiting, jsonb_populate_record(null::"${queueSchema}".job, was
  || jsonb_build_object('id', gen_random_uuid(), 'priority', greatest((was ->> 'priority')::integer, $2::integer))) as anew`;

export const depthSql = (schema: string): string => `
select count(*) filter (where status = 'pending')::integer as pending,
       count(*) filter (where status = 'sending')::integer as sending,
       count(*) filter (where status = 'unknown')::integer as unknown,
       count(*) filter (where status = 'needs_review')::integer as "needsReview",
       count(*) filter (where status = 'failed' and not ${isDecidedByPeople('error')})::integer as failed,
       coalesce(extract(epoch from now() - min(created_at)
         filter (where status in ('pending', 'sending', 'unknown'))) * 1000, 0)::double precision as "oldestPendingMs"
from "${schema}".deliveries
where environment = $1 and integration = $2
  and status in ('pending', 'sending', 'unknown', 'needs_review', 'failed')`;
