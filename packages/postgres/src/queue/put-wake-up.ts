import type { DeliveryRecord, WorkLane } from '@itsm-bridge/core';
import { channelOf } from '../news/news.ts';
import { announceSql, renewSql } from '../sql/due.sql.ts';
import type { Executor } from '../transaction/executor.ts';
import type { OpenBoss } from './open-boss.ts';
import { queueName } from './queue-name.ts';
import { topicOf } from './topic-of.ts';
import { wakeUp } from './wake-up.ts';

/**
 * The wake-up of a delivery in the transaction that puts it on record; told to those who wait with its commit. It is a new
 * one in every case, which nobody takes before that: whoever does reads what was put on record with it.
 */
export async function putWakeUp(
  { boss, schema: queueSchema }: OpenBoss,
  schema: string,
  lane: WorkLane,
  { key, severity, notBefore }: DeliveryRecord,
  db: Executor,
): Promise<void> {
  const [name, topic] = [queueName(lane), topicOf(lane)];
  const job = wakeUp(key, severity, notBefore);
  const announcing = [channelOf(schema, topic), topic, name, key];
  // Once more where another process has made one in between.
  for (;;) {
    const { rows } = await db.executeSql(announceSql(queueSchema), announcing);
    const { waiting } = rows[0] as { readonly waiting: string | null };
    if (waiting !== null) return void (await db.executeSql(renewSql(queueSchema), [waiting, job.priority]));
    if (await boss.insert(name, [job], { db, returnId: true })) return;
  }
}
