import type { Severity, WorkLane } from '@itsm-bridge/core';
import type { DataSource } from 'typeorm';
import type { RunSql } from '../run-sql.ts';
import { dueSql, forgetEndedSql, forgetTakenSql, hastenSql } from '../sql/due.sql.ts';
import { sweepWaitMs, waitForLocksSql } from '../sql/lock-wait.sql.ts';
import { inTransaction } from '../transaction/in-transaction.ts';
import { byKey } from './by-key.ts';
import { expireInSeconds, type OpenBoss } from './open-boss.ts';
import { queueName } from './queue-name.ts';
import { wakeUp } from './wake-up.ts';

/** Of missing wake-ups, made by one sweep. */
const sweepLimit = 1000;

export interface SweepDeps {
  readonly dataSource: DataSource;
  readonly run: RunSql;
  readonly schema: string;
}

/**
 * Sets right what wake-ups there are: missing ones, late ones, and those of workers that are gone.
 *
 * @returns how many are due now because of it
 */
export async function sweepLane(
  lane: WorkLane,
  { boss, queueOf, schema: queueSchema }: OpenBoss,
  { dataSource, run, schema }: SweepDeps,
): Promise<number> {
  const name = await queueOf(lane);
  const inLane = [lane.environment, lane.integration, name];
  const due = await run<{ readonly key: string; readonly severity: Severity }>(dueSql(schema, queueSchema), [
    ...inLane,
    sweepLimit,
    lane.approvedOnly ?? false,
  ]);
  if (due.length > 0) {
    const jobs = due.toSorted(byKey).map(({ key, severity }) => wakeUp(key, severity));
    await inTransaction(dataSource, async db => {
      await db.executeSql(`select ${waitForLocksSql(sweepWaitMs)}`);
      await boss.insert(name, jobs, { db });
      return jobs;
    });
  }
  await run(forgetTakenSql(queueSchema), [name, expireInSeconds]);
  // Whoever approves sends at once, and leaves the wake-up; where nothing works in dry run, nobody else comes by.
  await run(forgetEndedSql(schema, queueSchema), [queueName({ ...lane, approvedOnly: true })]);
  const hastened = await run(hastenSql(schema, queueSchema), inLane);
  return due.length + hastened.length;
}
