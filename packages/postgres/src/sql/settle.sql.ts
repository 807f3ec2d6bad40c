import { hash } from 'node:crypto';
import type { ClaimToken, Settlement } from '@itsm-bridge/core';
import { eventInTurnSql } from './event-in-turn.sql.ts';

/**
 * Outcome, event and job in one statement, hence in one transaction; no row when the token is no longer the newest. The turn
 * of the events comes before the row of the job: a worker of any version locks the two in that order, and another one would
 * wait for it while it waits for us.
 */
export const settleSql = (schema: string): string => `
with settled as (
  update "${schema}".deliveries as d set
    status = $10,
    attempts = $11::integer,
    payload_hash = coalesce($12, d.payload_hash),
    payload = coalesce($27::json, d.payload),
    payload_at = coalesce($28::timestamptz, d.payload_at),
    ticket_id = $13,
    platform_id = $14,
    url = $15,
    names = $16::jsonb,
    twins = $17::jsonb,
    error = $18::jsonb,
    warnings = $19::jsonb,
    not_before = $20::timestamptz,
    approved = case when $18::jsonb ->> 'kind' = 'changed' then null else d.approved end,
    rounds = $24::integer,
    twins_due = $25::timestamptz,
    follow_ups_due = $26::timestamptz,
    doubt_from = case when ${doubtGiven} then least(d.doubt_from, $21::timestamptz) when $10 = 'needs_review' then d.doubt_from end,
    doubt_until = case when ${doubtGiven} then greatest(d.doubt_until, $22::timestamptz) when $10 = 'needs_review' then d.doubt_until end,
    doubt_answered = case when ${doubtGiven} then $23::boolean when $10 = 'needs_review' then d.doubt_answered end,
    updated_at = now()
  where d.key = $8 and d.token = $9::bigint and d.status = 'sending'
  returning d.job_id, d.status
),${eventInTurnSql(schema, 'settled')}, job as (
  insert into "${schema}".jobs as j (job_id, ticket_created, last_status)
  select job_id, status in ('created', 'found'), status from in_turn
  on conflict (job_id) do update set
    ticket_created = j.ticket_created or excluded.ticket_created,
    last_status = excluded.last_status,
    updated_at = now()
)
select id from event`;

/** Else a delivery that waits for a person keeps the doubt that it had; for every other one it is over. */
const doubtGiven = '$21::timestamptz is not null';

/** After those of the event. */
export function settleValues(
  token: ClaimToken,
  { outcome, attempts, rounds, sent, twinsDue, followUpsDue }: Settlement,
): readonly unknown[] {
  const ticket = 'ticket' in outcome ? outcome.ticket : undefined;
  const doubt = 'doubt' in outcome ? outcome.doubt : undefined;
  const payload = sent && JSON.stringify(sent.payload);
  return [
    token.key,
    token.token.toString(),
    outcome.kind === 'needs-review' ? 'needs_review' : outcome.kind,
    attempts,
    // It tells two payloads apart when their text is kept no more.
    payload && hash('sha256', payload),
    ticket?.key,
    ticket?.id,
    ticket?.url,
    ticket && JSON.stringify(ticket.names),
    JSON.stringify('twins' in outcome ? outcome.twins : []),
    'error' in outcome ? JSON.stringify(outcome.error) : undefined,
    JSON.stringify(outcome.warnings),
    'notBefore' in outcome ? outcome.notBefore : undefined,
    doubt?.from,
    doubt?.until,
    doubt?.answered,
    rounds,
    twinsDue,
    followUpsDue,
    payload,
    sent?.at,
  ];
}
