import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a delivery needs to be sent later by somebody else; the lanes; the changes. */
export const durableDelivery = (schema: string): (new () => MigrationInterface) =>
  class implements MigrationInterface {
    readonly name = 'DurableDelivery1764360000000';

    async up(queryRunner: QueryRunner): Promise<void> {
      for (const statement of [deliveries, lanes, changes]) await queryRunner.query(statement(schema));
    }

    async down(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(`drop table "${schema}".changes`);
      await queryRunner.query(`drop table "${schema}".lanes`);
      const columns = ['environment', 'severity', 'fingerprint', 'analysis', 'rounds', 'twins_due'];
      const drops = columns.map(column => `drop column ${column}`).join(', ');
      await queryRunner.query(`alter table "${schema}".deliveries ${drops}`);
    }
  };

/** `analysis` is `json`: it is read back as it came, and never searched. */
const deliveries = (schema: string) => `
alter table "${schema}".deliveries
  add column environment text not null default '',
  add column severity text not null default 'medium' check (severity in ('critical', 'high', 'medium', 'low')),
  add column fingerprint text,
  add column analysis json,
  add column rounds integer not null default 0,
  add column twins_due timestamptz;
create index deliveries_open on "${schema}".deliveries (environment, integration, status, not_before)
  where status in ('pending', 'sending', 'unknown', 'needs_review', 'failed');
create index deliveries_fingerprint on "${schema}".deliveries (fingerprint, environment, integration)
  where fingerprint is not null;
create index deliveries_twins_due on "${schema}".deliveries (twins_due) where twins_due is not null`;

const lanes = (schema: string) => `
create table "${schema}".lanes (
  environment text not null,
  integration text not null,
  paused_at timestamptz,
  paused_error jsonb,
  breaker_at timestamptz,
  breaker_until timestamptz,
  breaker_error jsonb,
  trips timestamptz[] not null default '{}',
  probe_until timestamptz,
  slot_at timestamptz not null default '-infinity',
  admitted timestamptz[] not null default '{}',
  primary key (environment, integration)
)`;

const changes = (schema: string) => `
create table "${schema}".changes (
  key text not null,
  id text not null,
  job_id text not null,
  integration text not null,
  platform text not null,
  kind text not null,
  status text not null check (status in ('sending', 'applied', 'failed', 'unknown')),
  doubtful boolean not null default false,
  attempts integer not null default 0,
  token bigint not null,
  claim_id uuid not null,
  lease_until timestamptz not null,
  error jsonb,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (key, id)
);
create index on "${schema}".changes (job_id)`;
