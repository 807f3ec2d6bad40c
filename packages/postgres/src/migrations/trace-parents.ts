import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Whose trace a delivery belongs to, for the worker that takes it up. */
export const traceParents = (schema: string): (new () => MigrationInterface) =>
  class implements MigrationInterface {
    readonly name = 'TraceParents1764446400000';

    async up(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(`alter table "${schema}".deliveries add column trace_parent text`);
    }

    async down(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(`alter table "${schema}".deliveries drop column trace_parent`);
    }
  };
