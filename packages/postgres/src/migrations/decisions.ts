import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a person decides of a dry run, what it takes to deliver it then, and who did what. */
export const decisions = (schema: string): (new () => MigrationInterface) =>
  class implements MigrationInterface {
    readonly name = 'Decisions1764550800000';

    async up(queryRunner: QueryRunner): Promise<void> {
      for (const statement of [dryRuns, deliveries, audit]) await queryRunner.query(statement(schema));
    }

    async down(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(`drop table "${schema}".audit`);
      await queryRunner.query(`alter table "${schema}".deliveries drop column approved`);
      const columns = ['environment', 'severity', 'title', 'analysis', 'unresolved', 'trace_parent'];
      columns.push('decision', 'decided_by', 'decided_at', 'decided_reason');
      const drops = columns.map(column => `drop column ${column}`).join(', ');
      await queryRunner.query(`alter table "${schema}".dry_runs ${drops}`);
    }
  };

/**
 * Of a worker of before they stay empty: its dry runs are shown, and cannot be approved. `not valid`: rows that are there
 * have no decision, and reading all of them to see that would hold up everybody.
 */
const dryRuns = (schema: string) => `
alter table "${schema}".dry_runs
  add column environment text,
  add column severity text,
  add column title text,
  add column analysis json,
  add column unresolved jsonb,
  add column trace_parent text,
  add column decision text,
  add column decided_by text,
  add column decided_at timestamptz,
  add column decided_reason text,
  add constraint dry_runs_decision check (decision in ('approved', 'rejected')) not valid`;

/** The dry run whose approval put it on record. */
const deliveries = (schema: string) => `
alter table "${schema}".deliveries add column approved bigint`;

const audit = (schema: string) => `
create table "${schema}".audit (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  environment text not null,
  actor text not null,
  action text not null,
  key text,
  integration text,
  detail text
);
create index audit_environment on "${schema}".audit (environment, id);
create index audit_key on "${schema}".audit (key, id) where key is not null;
create index audit_with_texts on "${schema}".audit (at) where detail is not null`;
