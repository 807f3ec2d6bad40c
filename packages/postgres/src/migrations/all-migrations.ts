import type { MigrationInterface } from 'typeorm';
import { changeDoubts } from './change-doubts.ts';
import { createTables } from './create-tables.ts';
import { decisions } from './decisions.ts';
import { deliveryStories } from './delivery-stories.ts';
import { durableDelivery } from './durable-delivery.ts';
import { followUps } from './follow-ups.ts';
import { restores } from './restores.ts';
import { traceParents } from './trace-parents.ts';

/**
 * In the order in which they run. From `traceParents` on they only add: a worker of before goes on with its own statements
 * while they run, and after. What is no longer used is dropped a version later, when nobody asks for it any more.
 */
export const allMigrations = (schema: string): readonly (new () => MigrationInterface)[] => [
  ...[createTables(schema), durableDelivery(schema), changeDoubts(schema), followUps(schema)],
  traceParents(schema),
  restores(schema),
  deliveryStories(schema),
  decisions(schema),
];

/** As they stand in the table of those that have run. */
export const migrationNames = (schema: string): readonly string[] =>
  allMigrations(schema).map(Migration => new Migration().name ?? Migration.name);
