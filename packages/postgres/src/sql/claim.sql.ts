import type { NewDelivery } from '@itsm-bridge/core';
import { closureSql } from './closure.sql.ts';
import { deliveryColumns } from './delivery-columns.ts';
import { waitForLocksSql } from './lock-wait.sql.ts';
import { restoredSql } from './restored.sql.ts';

/**
 * The row as it is afterwards, and whether this statement is the one that claimed it. It writes in every case, if only
 * what was there, because RETURNING under the row lock is the one answer that a race cannot make stale.
 *
 * A row that is still `sending` when its lease has run out adds the time of that lease to the doubt. A lane that is closed
 * gives no claim: the row waits, in doubt or not, with the reason. After a restore each claim has the doubt of the backup.
 * Whoever may send only what is approved makes no row, and gets none that is not, or not that; no row where there is none.
 *
 * The record is one column, and there where it is asked for: most claims succeed, and need few of its twenty.
 */
export const claimSql = (schema: string): string => `
with mine as materialized (select gen_random_uuid() as id, ${waitForLocksSql()}),
closure as materialized (select * from (${closureSql(schema, '$6', '$3')}) as closed where not $11::boolean),
restored as materialized (${restoredSql(schema)})
insert into "${schema}".deliveries as d
  (key, job_id, integration, platform, status, token, claim_id, claimed_at, lease_ms, lease_until,
   environment, severity, fingerprint, analysis, error, not_before, doubt_from, doubt_until, doubt_answered, trace_parent, title)
select $1, $2, $3, $4, case when closure.error is null then 'sending' else 'pending' end,
       1, mine.id, now(), $5::integer, now() + $5::integer * interval '1 millisecond',
       $6, $7, $8, $9::json, closure.error, closure.until,
       case when closure.error is null then restored.backup_at end,
       case when closure.error is null then restored.restored_at end,
       case when closure.error is null and restored.backup_at is not null then false end, $12, $13
from mine left join closure on true left join restored on true
where not $14::boolean or exists (select from "${schema}".deliveries where key = $1)
on conflict (key) do update set
  (status, token, claim_id, claimed_at, lease_ms, lease_until, doubt_from, doubt_until, doubt_answered,
   error, not_before, rounds, severity, fingerprint, analysis, trace_parent, title, approved, updated_at) = (
    select case when not free then d.status
                when excluded.status = 'sending' then 'sending'
                when next.doubt_from is null then 'pending' else 'unknown' end,
           case when free then d.token + 1 else d.token end,
           case when free then excluded.claim_id else d.claim_id end,
           case when free then excluded.claimed_at else d.claimed_at end,
           case when free then excluded.lease_ms else d.lease_ms end,
           case when free then excluded.lease_until else d.lease_until end,
           case when free then least(next.doubt_from, excluded.doubt_from) else d.doubt_from end,
           case when free then greatest(next.doubt_until, excluded.doubt_until) else d.doubt_until end,
           case when free then coalesce(excluded.doubt_answered, next.doubt_answered) else d.doubt_answered end,
           case when free and excluded.status = 'pending' then excluded.error else d.error end,
           case when free then excluded.not_before else d.not_before end,
           case when free and $10 <> 'schedule' then 0 else d.rounds end,
           case when free then excluded.severity else d.severity end,
           case when free then coalesce(excluded.fingerprint, d.fingerprint) else d.fingerprint end,
           case when free then coalesce(excluded.analysis, d.analysis) else d.analysis end,
           case when free then coalesce(d.trace_parent, excluded.trace_parent) else d.trace_parent end,
           case when free then coalesce(excluded.title, d.title) else d.title end,
           case when free and $10 = 'request' then null else d.approved end,
           case when free then now() else d.updated_at end
    from (select * from (values (
      case d.status
        when 'sending' then d.lease_until <= now()
        when 'pending' then $10 = 'person' or d.not_before is null or d.not_before <= now()
        when 'unknown' then $10 <> 'schedule' or d.not_before is null or d.not_before <= now()
        when 'failed' then $10 = 'person' or $10 = 'request' and coalesce(d.error ->> 'kind' <> 'discarded', true)
        when 'needs_review' then $10 = 'person'
        else false
      end and (not $14::boolean or d.approved is not null) and ($15::text is null or coalesce(d.approved::text, 'none') = $15),
      case d.status when 'sending' then coalesce(d.doubt_from, d.claimed_at) else d.doubt_from end,
      case d.status when 'sending' then greatest(d.doubt_until, d.lease_until) else d.doubt_until end,
      case d.status when 'sending' then false else d.doubt_answered end
    )) as once (free, doubt_from, doubt_until, doubt_answered) offset 0) as next
  )
returning d.key, d.status, d.attempts, d.rounds, d.token, d.doubt_from, d.doubt_until, d.doubt_answered, d.approved,
  d.claim_id = (select id from mine) as mine,
  coalesce((select (d.doubt_from, d.doubt_until) = (backup_at, restored_at) from restored), false) as restored,
  case when d.status <> 'sending' then (select to_json(r) from (select ${deliveryColumns('d')}) as r) end as record,
  now() as ledger_now`;

export const claimValues = (delivery: NewDelivery): readonly unknown[] => {
  const { key, jobId, integration, platform, leaseMs, environment, severity, fingerprint, analysis, askedBy } =
    delivery;
  const { sendsNothing = false, approvedOnly = false, approved, traceParent, title } = delivery;
  const kept = analysis === undefined ? undefined : JSON.stringify(analysis);
  return [
    ...[key, jobId, integration, platform, leaseMs, environment, severity, fingerprint, kept, askedBy, sendsNothing],
    ...[traceParent, title, approvedOnly || typeof approved === 'bigint', approved?.toString()],
  ];
};
