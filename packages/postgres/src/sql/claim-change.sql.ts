import type { NewChangeRow } from '@itsm-bridge/core';
import { restoredSql } from './restored.sql.ts';

/**
 * As the claim of a delivery: RETURNING under the row lock is the one answer that a race cannot make stale. A row that is
 * still `sending` when its lease has run out adds the time of that lease to the doubt; after a restore each has the doubt
 * of the backup.
 */
export const claimChangeSql = (schema: string): string => `
with mine as materialized (select gen_random_uuid() as id),
restored as materialized (${restoredSql(schema)})
insert into "${schema}".changes as c
  (key, id, job_id, integration, platform, kind, status, token, claim_id, lease_until,
   doubt_from, doubt_until, doubt_answered)
select $1, $2, $3, $4, $5, $6, 'sending', 1, mine.id, now() + $7::integer * interval '1 millisecond',
       restored.backup_at, restored.restored_at, case when restored.backup_at is not null then false end
from mine left join restored on true
on conflict (key, id) do update set
  (status, token, claim_id, lease_until, doubt_from, doubt_until, doubt_answered, updated_at) = (
    select case when free then 'sending' else c.status end,
           case when free then c.token + 1 else c.token end,
           case when free then excluded.claim_id else c.claim_id end,
           case when free then excluded.lease_until else c.lease_until end,
           case when free then least(next.doubt_from, excluded.doubt_from) else c.doubt_from end,
           case when free then greatest(next.doubt_until, excluded.doubt_until) else c.doubt_until end,
           case when free then coalesce(excluded.doubt_answered, next.doubt_answered) else c.doubt_answered end,
           case when free then now() else c.updated_at end
    from (values (
      c.status in ('failed', 'unknown') or c.status = 'sending' and c.lease_until <= now(),
      -- A claim is the last thing that set updated_at.
      case c.status when 'sending' then coalesce(c.doubt_from, c.updated_at) else c.doubt_from end,
      case c.status when 'sending' then greatest(c.doubt_until, c.lease_until) else c.doubt_until end,
      case c.status when 'sending' then false else c.doubt_answered end
    )) as next (free, doubt_from, doubt_until, doubt_answered)
  )
returning c.status, c.token, c.attempts, c.doubt_from, c.doubt_until, c.doubt_answered,
  c.claim_id = (select id from mine) as mine, now() as ledger_now`;

export const claimChangeValues = (change: NewChangeRow): readonly unknown[] => {
  const { key, changeId, jobId, integration, platform, kind, leaseMs } = change;
  return [key, changeId, jobId, integration, platform, kind, leaseMs];
};
