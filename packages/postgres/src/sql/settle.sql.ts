import { hash } from 'node:crypto';
import type { ClaimToken, Settlement } from '@itsm-bridge/core';
import { channelOf } from '../news/news.ts';
import { arrayLiteral } from './array-literal.ts';
import { eventDataOf } from './event-data-of.ts';
import { takeTurnSql } from './event-in-turn.sql.ts';
import { lockWaitMs, waitForLocksSql } from './lock-wait.sql.ts';

/** What a settlement gives, and its type in PostgreSQL: a parameter of each, a list with a member for each settlement. */
const given = {
  ...{ key: 'text', token: 'bigint', status: 'text', attempts: 'integer', rounds: 'integer' },
  ...{ payload_hash: 'text', payload: 'text', payload_at: 'timestamptz' },
  ...{ ticket_id: 'text', platform_id: 'text', url: 'text', names: 'text', twins: 'text' },
  ...{ error: 'text', warnings: 'text', not_before: 'timestamptz', twins_due: 'timestamptz' },
  ...{
    follow_ups_due: 'timestamptz',
    doubt_from: 'timestamptz',
    doubt_until: 'timestamptz',
    doubt_answered: 'boolean',
  },
  ...{ type: 'text', at: 'timestamptz', job_id: 'text', integration: 'text', platform: 'text', data: 'text' },
  environment: 'text',
} as const;
export type Given = Readonly<Record<keyof typeof given, unknown>>;
const names = Object.keys(given) as readonly (keyof Given)[];
/** The parameter after them. */
const count = `$${names.length + 1}`;

/**
 * Milliseconds that several wait for the row of one of them: then each goes by itself. Less than the second after which
 * PostgreSQL looks for a deadlock, which could end the transaction of a host instead.
 */
const sharedWaitMs = 500;

/**
 * Outcomes, events and jobs in one statement, hence in one transaction. It returns the place (`nth`, from 1) and the `id` of
 * the event of each settlement whose token is still the newest, and no row for the others.
 *
 * The turn of the events comes before the rows of the jobs: a worker of any version locks the two in that order, and another
 * one would wait for it while it waits for us. Deliveries are locked in the order of their keys, as by whoever enqueues several,
 * and all of them (`all_locked`) before the turn: whoever waits for a row with the turn in hand holds up all workers.
 *
 * How many there are is said as well: of an unknown part of a list PostgreSQL expects few enough to keep one plan, which
 * finds each by its key, and makes none for each length of the list, which takes half as long as the rest.
 */
export const settleSql = (schema: string): string => `
with given as materialized (
  select g.* from unnest(${names.map((name, at) => `$${at + 1}::${given[name]}[]`).join(', ')})
    with ordinality as g (${names.join(', ')}, nth)
  cross join (select ${waitForLocksSql(`case when ${count} > 1 then '${sharedWaitMs}' else '${lockWaitMs}' end`)}) as patience
  limit ${count}
), locked as materialized (
  select g.* from given as g join "${schema}".deliveries as d
    on d.key = g.key and d.token = g.token and d.status = 'sending'
  order by d.key for update of d
), all_locked as materialized (
  select count(*), ${waitForLocksSql()} from locked
), settled as (
  update "${schema}".deliveries as d set
    status = g.status,
    attempts = g.attempts,
    payload_hash = coalesce(g.payload_hash, d.payload_hash),
    payload = coalesce(g.payload::json, d.payload),
    payload_at = coalesce(g.payload_at, d.payload_at),
    ticket_id = g.ticket_id,
    platform_id = g.platform_id,
    url = g.url,
    names = g.names::jsonb,
    twins = g.twins::jsonb,
    error = g.error::jsonb,
    warnings = g.warnings::jsonb,
    not_before = g.not_before,
    approved = case when g.error::jsonb ->> 'kind' = 'changed' then null else d.approved end,
    rounds = g.rounds,
    twins_due = g.twins_due,
    follow_ups_due = g.follow_ups_due,
    doubt_from = case when ${doubtGiven} then least(d.doubt_from, g.doubt_from) when g.status = 'needs_review' then d.doubt_from end,
    doubt_until = case when ${doubtGiven} then greatest(d.doubt_until, g.doubt_until) when g.status = 'needs_review' then d.doubt_until end,
    doubt_answered = case when ${doubtGiven} then g.doubt_answered when g.status = 'needs_review' then d.doubt_answered end,
    updated_at = now()
  from locked as g cross join all_locked
  where d.key = g.key
  returning g.*
), in_turn as materialized (
  select *, ${takeTurnSql(schema)} from settled
), event as (
  insert into "${schema}".events (type, at, key, job_id, integration, platform, data, environment)
  select type, at, key, job_id, integration, platform, data::json, environment from in_turn order by nth
  returning id, key, pg_notify('${channelOf(schema)}', 'events')
), job as (
  insert into "${schema}".jobs as j (job_id, ticket_created, last_status)
  select job_id, bool_or(status in ('created', 'found')), (array_agg(status order by nth desc))[1]
  from in_turn group by job_id
  on conflict (job_id) do update set
    ticket_created = j.ticket_created or excluded.ticket_created,
    last_status = excluded.last_status,
    updated_at = now()
)
select in_turn.nth::integer as nth, event.id from event join in_turn on in_turn.key = event.key`;

/** Else a delivery that waits for a person keeps the doubt that it had; for every other one it is over. */
const doubtGiven = 'g.doubt_from is not null';

export const settleValues = (rows: readonly Given[]): readonly unknown[] => [
  ...names.map(name => arrayLiteral(rows.map(row => row[name]))),
  rows.length,
];

/** @throws TypeError the payload cannot be written as JSON */
export function givenBy(token: ClaimToken, settlement: Settlement): Given {
  const { outcome, attempts, rounds, sent, twinsDue, followUpsDue, event } = settlement;
  const ticket = 'ticket' in outcome ? outcome.ticket : undefined;
  const doubt = 'doubt' in outcome ? outcome.doubt : undefined;
  const payload = sent && JSON.stringify(sent.payload);
  return {
    key: token.key,
    token: token.token.toString(),
    status: outcome.kind === 'needs-review' ? 'needs_review' : outcome.kind,
    attempts,
    rounds,
    // It tells two payloads apart when their text is kept no more.
    payload_hash: payload && hash('sha256', payload),
    payload,
    payload_at: sent?.at,
    ticket_id: ticket?.key,
    platform_id: ticket?.id,
    url: ticket?.url,
    names: ticket && JSON.stringify(ticket.names),
    twins: JSON.stringify('twins' in outcome ? outcome.twins : []),
    error: 'error' in outcome ? JSON.stringify(outcome.error) : undefined,
    warnings: JSON.stringify(outcome.warnings),
    not_before: 'notBefore' in outcome ? outcome.notBefore : undefined,
    twins_due: twinsDue,
    follow_ups_due: followUpsDue,
    doubt_from: doubt?.from,
    doubt_until: doubt?.until,
    doubt_answered: doubt?.answered,
    type: event.type,
    at: event.at,
    job_id: event.jobId,
    integration: event.integration,
    platform: event.platform,
    data: eventDataOf(event),
    environment: event.environment,
  };
}
