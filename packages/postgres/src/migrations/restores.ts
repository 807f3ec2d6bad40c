import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whether the ledger comes from a backup: what was sent since then has to be looked for. */
export const restores = (schema: string): (new () => MigrationInterface) =>
  class implements MigrationInterface {
    readonly name = 'Restores1764460800000';

    async up(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(`
create table "${schema}".restores (
  id bigint generated always as identity primary key,
  backup_at timestamptz not null,
  restored_at timestamptz not null default now(),
  look_until timestamptz not null
)`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(`drop table "${schema}".restores`);
    }
  };
