import {
  type DeliveryRecord,
  type Finished,
  isOpen,
  type Queue,
  type QueueDepth,
  type QueuedDelivery,
  type Severity,
} from '@itsm-bridge/core';
import type { DataSource } from 'typeorm';
import type { DeliveryRow } from '../delivery-entity.ts';
import { deliveryRecordOf } from '../delivery-record-of.ts';
import type { News } from '../news/news.ts';
import type { RunSql } from '../run-sql.ts';
import { depthSql } from '../sql/due.sql.ts';
import { enqueueSql, enqueueValues } from '../sql/enqueue.sql.ts';
import { storable } from '../storable.ts';
import { type Executor, executorOf } from '../transaction/executor.ts';
import { inTransaction } from '../transaction/in-transaction.ts';
import { byKey } from './by-key.ts';
import { isGone } from './is-gone.ts';
import type { OpenBoss } from './open-boss.ts';
import { putWakeUp } from './put-wake-up.ts';
import { sweepLane } from './sweep-lane.ts';
import { takeWakeUps } from './take-wake-ups.ts';
import { topicOf } from './topic-of.ts';
import { wakeUp } from './wake-up.ts';

export interface SqlQueueDeps {
  readonly dataSource: DataSource;
  readonly run: RunSql;
  readonly schema: string;
  readonly news: News;
  /** Opened when somebody enqueues or works: a call that only creates needs no queue. */
  open(): Promise<OpenBoss>;
  /** The next `open` makes its tables anew. */
  forget(): void;
  toLedgerError(error: unknown): Error;
}

const isDueAgain = ({ again }: Finished): boolean => again !== undefined;

export function createSqlQueue({ dataSource, run, schema, news, open, forget, toLedgerError }: SqlQueueDeps): Queue {
  const orLedgerError = async <Result>(work: Promise<Result>): Promise<Result> => {
    try {
      return await work;
    } catch (error) {
      // Wake-ups are made anew by the sweep, and so is what holds them.
      if (isGone(error)) forget();
      throw toLedgerError(error);
    }
  };

  const put = async (queue: OpenBoss, deliveries: readonly QueuedDelivery[], db: Executor) => {
    const records = new Map<string, DeliveryRecord>();
    for (const delivery of deliveries.toSorted(byKey)) {
      const { rows } = await db.executeSql(enqueueSql(schema), enqueueValues(storable(delivery)));
      const record = deliveryRecordOf(rows[0] as DeliveryRow);
      records.set(delivery.key, record);
      if (!isOpen(record)) continue;
      await putWakeUp(queue, schema, delivery, record, db);
    }
    return deliveries.flatMap(({ key }) => records.get(key) ?? []);
  };

  const enqueue = async (deliveries: readonly QueuedDelivery[], transaction: unknown) => {
    const queue = await open();
    for (const delivery of deliveries) await queue.queueOf(delivery);
    if (transaction !== undefined) return put(queue, deliveries, executorOf(transaction));
    return (await inTransaction(dataSource, db => put(queue, deliveries, db))) ?? [];
  };

  const finish: Queue['finish'] = async (lane, done) => {
    if (done.length === 0) return;
    const { boss, queueOf } = await orLedgerError(open());
    const name = await orLedgerError(queueOf(lane));
    const ids = done.map(({ id }) => id);
    await orLedgerError(boss.deleteJob(name, ids));
    const again = done.flatMap(({ key, again: at }) => (at ? [{ key, at }] : []));
    if (again.length === 0) return;
    const rows = await run<{ readonly key: string; readonly severity: Severity }>(
      `select key, severity from "${schema}".deliveries where key = any($1)`,
      [again.map(({ key }) => key)],
    );
    const severityOf = new Map(rows.map(row => [row.key, row.severity]));
    const jobs = again.toSorted(byKey).map(({ key, at }) => wakeUp(key, severityOf.get(key) ?? 'medium', at));
    await orLedgerError(boss.insert(name, jobs));
  };

  return {
    async enqueue(deliveries, transaction) {
      const records = await orLedgerError(enqueue(deliveries, transaction));
      for (const delivery of deliveries) news.ring(topicOf(delivery));
      return records;
    },

    async take(lane, { limit, done }) {
      const [again, over] = [done.filter(isDueAgain), done.filter(one => !isDueAgain(one))];
      await finish(lane, again);
      const taking = { lane, limit, putAway: over.map(({ id }) => id), schema };
      return orLedgerError(open().then(queue => takeWakeUps(queue, taking)));
    },

    finish,

    async sweep(lane) {
      const made = await orLedgerError(open().then(queue => sweepLane(lane, queue, { dataSource, run, schema })));
      if (made > 0) news.ring(topicOf(lane));
      return made;
    },

    wait: (lane, ms, signal) => news.wait(topicOf(lane), ms, signal),

    async depth({ environment, integration }) {
      const [depth] = await run<QueueDepth>(depthSql(schema), [environment, integration]);
      if (depth === undefined) throw toLedgerError(new Error('a count returned no row'));
      return depth;
    },
  };
}
