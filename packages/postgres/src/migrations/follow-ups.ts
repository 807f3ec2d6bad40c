import type { MigrationInterface, QueryRunner } from 'typeorm';

/** A ticket may still lack what belongs to it: the whole report, the way back to the analysis. */
export const followUps = (schema: string): (new () => MigrationInterface) =>
  class implements MigrationInterface {
    readonly name = 'FollowUps1764374400000';

    async up(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(`alter table "${schema}".deliveries add column follow_ups_due timestamptz`);
      await queryRunner.query(`
create index deliveries_follow_ups_due on "${schema}".deliveries (follow_ups_due) where follow_ups_due is not null`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(`alter table "${schema}".deliveries drop column follow_ups_due`);
    }
  };
