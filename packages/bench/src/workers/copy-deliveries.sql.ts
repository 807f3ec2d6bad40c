/**
 * Copies of a delivery that waits ($1, of the job $2) and of its wake-up, under other keys ($3) and job ids ($4): a backlog
 * as it is after so many calls of `enqueue`, in a second instead of minutes. They came one after the other.
 */
export const copyDeliveriesSql = [
  `insert into itsm.deliveries (key, job_id, analysis, integration, platform, status, token, claim_id, claimed_at, lease_ms,
     lease_until, environment, severity, fingerprint, title)
   select copy.key, copy.job_id, replace(analysis::text, $2, copy.job_id)::json, integration, platform, status, token,
     gen_random_uuid(), claimed_at, lease_ms, lease_until, environment, severity, fingerprint, title
   from itsm.deliveries, unnest($3::text[], $4::text[]) as copy (key, job_id) where deliveries.key = $1`,
  `insert into itsm_queue.job
   select copied.* from itsm_queue.job as j, unnest($3::text[], $4::text[]) with ordinality as copy (key, job_id, at),
     jsonb_populate_record(j, jsonb_build_object('id', gen_random_uuid(), 'singleton_key', copy.key,
       'data', jsonb_build_object('key', copy.key), 'created_on', j.created_on + copy.at * interval '1 microsecond')) as copied
   where j.singleton_key = $1 and $2 <> ''`,
] as const;
