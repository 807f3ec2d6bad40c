import type { MigrationInterface, QueryRunner } from 'typeorm';

/** TypeORM constructs its migrations, and orders them by the milliseconds at the end of the name. */
export const createTables = (schema: string): (new () => MigrationInterface) =>
  class implements MigrationInterface {
    readonly name = 'CreateTables1761523200000';

    async up(queryRunner: QueryRunner): Promise<void> {
      for (const statement of [deliveries, dryRuns, events, jobs]) await queryRunner.query(statement(schema));
    }

    async down(queryRunner: QueryRunner): Promise<void> {
      for (const table of ['jobs', 'events', 'dry_runs', 'deliveries']) {
        await queryRunner.query(`drop table "${schema}".${table}`);
      }
    }
  };

/** `ticket_id` is what people call the ticket, `platform_id` what the platform's API takes. */
const deliveries = (schema: string) => `
create table "${schema}".deliveries (
  key text primary key,
  job_id text not null,
  integration text not null,
  platform text not null,
  status text not null
    check (status in ('pending', 'sending', 'created', 'found', 'failed', 'unknown', 'needs_review')),
  ticket_id text,
  platform_id text,
  names jsonb,
  sys_id text generated always as (names ->> 'sys_id') stored,
  jira_key text generated always as (names ->> 'jira_key') stored,
  url text,
  twins jsonb not null default '[]',
  payload_hash text,
  attempts integer not null default 0,
  token bigint not null,
  claim_id uuid not null,
  claimed_at timestamptz not null,
  lease_ms integer not null,
  lease_until timestamptz not null,
  doubt_from timestamptz,
  doubt_until timestamptz,
  doubt_answered boolean,
  error jsonb,
  warnings jsonb not null default '[]',
  not_before timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index on "${schema}".deliveries (job_id);
create index on "${schema}".deliveries (status, not_before)`;

/** The payload is `json`: what a person approves is what is sent, member by member in the same order. */
const dryRuns = (schema: string) => `
create table "${schema}".dry_runs (
  id bigint generated always as identity primary key,
  key text not null,
  job_id text not null,
  integration text not null,
  platform text not null,
  payload json not null,
  warnings jsonb not null default '[]',
  created_at timestamptz not null default now()
);
create index on "${schema}".dry_runs (key);
create index on "${schema}".dry_runs (job_id)`;

const events = (schema: string) => `
create table "${schema}".events (
  id bigint generated always as identity primary key,
  type text not null,
  at timestamptz not null,
  key text not null,
  job_id text not null,
  integration text not null,
  platform text not null,
  data json not null
);
create index on "${schema}".events (job_id)`;

const jobs = (schema: string) => `
create table "${schema}".jobs (
  job_id text primary key,
  ticket_created boolean not null,
  last_status text not null,
  updated_at timestamptz not null default now()
)`;
