/**
 * Rows of a lane ($1 environment, $2 integration) that somebody should take up and that have no wake-up in the queue ($3):
 * due ones, and claims whose lease has run out. The most urgent $4.
 */
export const dueSql = (schema: string, queueSchema: string): string => `
select d.key, d.severity from "${schema}".deliveries as d
where d.environment = $1 and d.integration = $2
  and (d.status in ('pending', 'unknown') and coalesce(d.not_before <= now(), true)
       or d.status = 'sending' and d.lease_until <= now())
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
update "${queueSchema}".job as j set start_after = now()
from "${schema}".deliveries as d
where d.environment = $1 and d.integration = $2
  and (d.status in ('pending', 'unknown') and coalesce(d.not_before <= now(), true)
       or d.status = 'sending' and d.lease_until <= now())
  and j.name = $3 and j.singleton_key = d.key and j.state < 'active' and j.start_after > now()
returning d.key`;

/** Wake-ups of a queue ($1) that were taken so long ago ($2, in seconds) that whoever took them is gone. The sweep has made others. */
export const forgetTakenSql = (queueSchema: string): string => `
delete from "${queueSchema}".job
where name = $1 and state = 'active' and started_on < now() - $2::double precision * interval '1 second'`;

/** Wake-ups in the lane ($1, $2) and queue ($3) of deliveries that have become more urgent since. */
export const raiseSql = (schema: string, queueSchema: string): string => `
update "${queueSchema}".job as j set priority = ${priority}
from "${schema}".deliveries as d
where d.environment = $1 and d.integration = $2 and d.status in ('pending', 'unknown')
  and j.name = $3 and j.singleton_key = d.key and j.state < 'active' and j.priority < ${priority}
returning d.key`;

/** As `wakeUp` counts it. */
const priority = `5 - array_position(array['critical', 'high', 'medium', 'low'], d.severity)`;

export const depthSql = (schema: string): string => `
select count(*) filter (where status = 'pending')::integer as pending,
       count(*) filter (where status = 'sending')::integer as sending,
       count(*) filter (where status = 'unknown')::integer as unknown,
       count(*) filter (where status = 'needs_review')::integer as "needsReview",
       count(*) filter (where status = 'failed')::integer as failed,
       coalesce(extract(epoch from now() - min(created_at)
         filter (where status in ('pending', 'sending', 'unknown'))) * 1000, 0)::double precision as "oldestPendingMs"
from "${schema}".deliveries
where environment = $1 and integration = $2
  and status in ('pending', 'sending', 'unknown', 'needs_review', 'failed')`;
