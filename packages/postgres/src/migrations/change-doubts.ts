import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A change in doubt knows since when and until when: a note that nobody answered for may come for as long as a ticket. */
export const changeDoubts = (schema: string): (new () => MigrationInterface) =>
  class implements MigrationInterface {
    readonly name = 'ChangeDoubts1764367200000';

    async up(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(`
alter table "${schema}".changes
  add column doubt_from timestamptz,
  add column doubt_until timestamptz,
  add column doubt_answered boolean`);
      await queryRunner.query(`
update "${schema}".changes set doubt_from = created_at, doubt_until = updated_at, doubt_answered = false
where doubtful`);
      await queryRunner.query(`alter table "${schema}".changes drop column doubtful`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(`alter table "${schema}".changes add column doubtful boolean not null default false`);
      await queryRunner.query(`update "${schema}".changes set doubtful = true where doubt_from is not null`);
      await queryRunner.query(
        `alter table "${schema}".changes drop column doubt_from, drop column doubt_until, drop column doubt_answered`,
      );
    }
  };
