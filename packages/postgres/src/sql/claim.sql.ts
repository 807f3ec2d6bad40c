import type { NewDelivery } from '@itsm-bridge/core';

/**
 * The row as it is afterwards, and whether this statement is the one that claimed it. It writes in every case, if only
 * what was there, because RETURNING under the row lock is the one answer that a race cannot make stale.
 *
 * A row that is still `sending` when its lease has run out adds the time of that lease to the doubt.
 */
export const claimSql = (schema: string): string => `
with mine as materialized (select gen_random_uuid() as id)
insert into "${schema}".deliveries as d
  (key, job_id, integration, platform, status, token, claim_id, claimed_at, lease_ms, lease_until)
select $1, $2, $3, $4, 'sending', 1, mine.id, now(), $5::integer, now() + $5::integer * interval '1 millisecond'
from mine
on conflict (key) do update set
  (status, token, claim_id, claimed_at, lease_ms, lease_until,
   not_before, doubt_from, doubt_until, doubt_answered, updated_at) = (
    select status, token, claim_id, claimed_at, lease_ms, lease_until,
           not_before, doubt_from, doubt_until, doubt_answered, updated_at
    from (values
      (true, 'sending', d.token + 1, excluded.claim_id, excluded.claimed_at, excluded.lease_ms, excluded.lease_until,
       null::timestamptz,
       case d.status when 'sending' then coalesce(d.doubt_from, d.claimed_at) else d.doubt_from end,
       case d.status when 'sending' then greatest(d.doubt_until, d.lease_until) else d.doubt_until end,
       case d.status when 'sending' then false else d.doubt_answered end,
       now()),
      (false, d.status, d.token, d.claim_id, d.claimed_at, d.lease_ms, d.lease_until,
       d.not_before, d.doubt_from, d.doubt_until, d.doubt_answered, d.updated_at)
    ) as next (free, status, token, claim_id, claimed_at, lease_ms, lease_until,
               not_before, doubt_from, doubt_until, doubt_answered, updated_at)
    where next.free = case d.status
      when 'sending' then d.lease_until <= now()
      when 'pending' then d.not_before is null or d.not_before <= now()
      else d.status in ('failed', 'unknown')
    end
  )
returning d.*, d.claim_id = (select id from mine) as claimed`;

export const claimValues = ({ key, jobId, integration, platform, leaseMs }: NewDelivery): readonly unknown[] => [
  key,
  jobId,
  integration,
  platform,
  leaseMs,
];
