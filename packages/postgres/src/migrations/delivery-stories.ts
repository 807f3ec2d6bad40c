import type { MigrationInterface, QueryRunner } from 'typeorm';
import { trigramsSql } from '../sql/words.sql.ts';

/** What people look for a delivery by, what was sent of it, and whose an event is. */
export const deliveryStories = (schema: string): (new () => MigrationInterface) =>
  class implements MigrationInterface {
    readonly name = 'DeliveryStories1764547200000';

    async up(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(deliveries(schema));
      await queryRunner.query(`alter table "${schema}".events add column environment text`);
      await queryRunner.query(trigramsSql(schema));
    }

    async down(queryRunner: QueryRunner): Promise<void> {
      await queryRunner.query(`drop function "${schema}".trigrams(text) cascade`);
      await queryRunner.query(`alter table "${schema}".events drop column environment`);
      await queryRunner.query(
        `alter table "${schema}".deliveries drop column title, drop column payload, drop column payload_at`,
      );
    }
  };

/** The payload is `json`, as that of a dry run: it is shown as it was sent, member by member. */
const deliveries = (schema: string) => `
alter table "${schema}".deliveries
  add column title text,
  add column payload json,
  add column payload_at timestamptz`;
