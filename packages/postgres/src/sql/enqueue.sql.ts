import type { QueuedDelivery } from '@itsm-bridge/core';
import { deliveryColumns } from './delivery-columns.ts';

/** It failed, and no person has decided that this is its end. */
const failed = `(d.status = 'failed' and coalesce(d.error ->> 'kind' <> 'discarded', true))`;

/** A row that is new or failed is pending; every other one stays as it is. RETURNING gives the row in every case. */
export const enqueueSql = (schema: string): string => `
insert into "${schema}".deliveries as d
  (key, job_id, integration, platform, status, token, claim_id, claimed_at, lease_ms, lease_until,
   environment, severity, fingerprint, analysis, trace_parent, title)
values ($1, $2, $3, $4, 'pending', 0, gen_random_uuid(), now(), 0, now(), $5, $6, $7, $8::json, $9, $10)
on conflict (key) do update set
  status = case when not ${failed} then d.status when d.doubt_from is null then 'pending' else 'unknown' end,
  rounds = case when ${failed} then 0 else d.rounds end,
  error = case when ${failed} then null else d.error end,
  not_before = case when ${failed} then null else d.not_before end,
  analysis = case when ${failed} or d.status = 'pending' then excluded.analysis else d.analysis end,
  title = case when ${failed} or d.status = 'pending' then coalesce(excluded.title, d.title) else d.title end,
  fingerprint = case when ${failed} then coalesce(excluded.fingerprint, d.fingerprint) else d.fingerprint end,
  trace_parent = case when ${failed} then excluded.trace_parent else d.trace_parent end,
  approved = case when ${failed} or d.status = 'pending' then null else d.approved end,
  severity = case when ${failed} or d.status = 'pending' then excluded.severity else d.severity end,
  updated_at = case when ${failed} then now() else d.updated_at end
returning ${deliveryColumns('d')}`;

export const enqueueValues = (delivery: QueuedDelivery): unknown[] => {
  const { key, jobId, integration, platform, environment, severity, fingerprint, analysis } = delivery;
  const { traceParent, title } = delivery;
  const kept = JSON.stringify(analysis);
  return [key, jobId, integration, platform, environment, severity, fingerprint, kept, traceParent, title];
};
