import type { DeliveryRecord, WorkLane } from '@itsm-bridge/core';
import { channelOf } from '../news/news.ts';
import { announceSql } from '../sql/due.sql.ts';
import type { Executor } from '../transaction/executor.ts';
import type { OpenBoss } from './open-boss.ts';
import { queueName } from './queue-name.ts';
import { topicOf } from './topic-of.ts';
import { wakeUp } from './wake-up.ts';

/** The wake-up of a delivery in the transaction that puts it on record; told to those who wait with its commit. */
export async function putWakeUp(
  { boss, schema: queueSchema }: OpenBoss,
  schema: string,
  lane: WorkLane,
  { key, severity, notBefore }: DeliveryRecord,
  db: Executor,
): Promise<void> {
  const [name, topic] = [queueName(lane), topicOf(lane)];
  const job = wakeUp(key, severity, notBefore);
  await boss.insert(name, [job], { db });
  await db.executeSql(announceSql(queueSchema), [channelOf(schema, topic), topic, name, key, job.priority]);
}
