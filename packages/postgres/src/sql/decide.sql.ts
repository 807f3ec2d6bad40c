import { decisionAction, type NewDecision, type QueuedDelivery } from '@itsm-bridge/core';
import { deliveryColumns } from './delivery-columns.ts';
import { dryRunColumns } from './dry-runs.sql.ts';

/** The decision and its audit row; no row where somebody was first: who waits for the row's lock finds it decided. */
export const decideSql = (schema: string): string => `
with decided as (
  update "${schema}".dry_runs as r
  set decision = $2, decided_by = $3, decided_at = now(), decided_reason = $4
  where r.id = $1::bigint and r.decision is null
  returning ${dryRunColumns('r')}, r.analysis
), noted as (
  insert into "${schema}".audit (environment, actor, action, key, integration, detail)
  select coalesce(environment, ''), $3, $5, key, integration, $4 from decided
)
select * from decided`;

export const decideValues = (id: bigint, decision: NewDecision): readonly unknown[] => [
  ...[id.toString(), decision.kind, decision.by],
  ...[decision.kind === 'rejected' ? decision.reason : undefined, decisionAction(decision)],
];

/**
 * The delivery of an approval, pending or in doubt as it was, and due at once. A lease that has run out leaves its doubt. No
 * row where it has its ticket or is being sent.
 */
export const approveSql = (schema: string): string => `
insert into "${schema}".deliveries as d
  (key, job_id, integration, platform, status, token, claim_id, claimed_at, lease_ms, lease_until,
   environment, severity, fingerprint, analysis, trace_parent, approved, title)
values ($1, $2, $3, $4, 'pending', 0, gen_random_uuid(), now(), 0, now(), $5, $6, $7, $8::json, $9, $10::bigint, $11)
on conflict (key) do update set
  (status, doubt_from, doubt_until, doubt_answered) = (
    select case when doubt_from is null then 'pending' else 'unknown' end, doubt_from, doubt_until, doubt_answered
    from (values (
      case d.status when 'sending' then coalesce(d.doubt_from, d.claimed_at) else d.doubt_from end,
      case d.status when 'sending' then greatest(d.doubt_until, d.lease_until) else d.doubt_until end,
      case d.status when 'sending' then false else d.doubt_answered end
    )) as next (doubt_from, doubt_until, doubt_answered)
  ),
  rounds = 0,
  error = null,
  not_before = null,
  severity = excluded.severity,
  fingerprint = coalesce(excluded.fingerprint, d.fingerprint),
  analysis = coalesce(excluded.analysis, d.analysis),
  trace_parent = coalesce(excluded.trace_parent, d.trace_parent),
  approved = excluded.approved,
  title = coalesce(excluded.title, d.title),
  updated_at = now()
where d.status not in ('created', 'found') and not (d.status = 'sending' and d.lease_until > now())
returning ${deliveryColumns('d')}`;

/** @param id of the dry run */
export const approveValues = (delivery: QueuedDelivery, id: bigint): unknown[] => {
  const { key, jobId, integration, platform, environment, severity, fingerprint, analysis } = delivery;
  const kept = analysis === undefined ? undefined : JSON.stringify(analysis);
  const row = [key, jobId, integration, platform, environment, severity, fingerprint, kept];
  return [...row, delivery.traceParent, id.toString(), delivery.title];
};
