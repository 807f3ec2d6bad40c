import type { Taken, WorkLane } from '@itsm-bridge/core';
import { type HandedInRow, handedInOf } from '../handed-in-of.ts';
import { takenSql } from '../sql/taken.sql.ts';
import type { Executor } from '../transaction/executor.ts';
import type { OpenBoss } from './open-boss.ts';

interface WakeUp {
  readonly key: string;
}

/** Nulls where nothing is on record. */
interface TakenRow extends HandedInRow {
  readonly id: string;
  readonly data: WakeUp;
  readonly job_id: string | null;
  readonly trace_parent: string | null;
}

export interface Taking {
  readonly lane: WorkLane;
  readonly limit: number;
  /** Ids of wake-ups that have done their work: they go with it. */
  readonly putAway: readonly string[];
  /** Of the ledger. */
  readonly schema: string;
}

/** One round trip: pg-boss's own statement, with what it takes read from the ledger, and others put away beside it. */
export async function takeWakeUps(
  { boss, db, queueOf, schema: queueSchema }: OpenBoss,
  { lane, limit, putAway, schema }: Taking,
): Promise<readonly Taken[]> {
  const name = await queueOf(lane);
  const withRows: Executor = {
    executeSql(text, values = []) {
      if (putAway.length === 0) return db.executeSql(takenSql(schema, queueSchema, text), values);
      const [first, second] = [`$${values.length + 1}`, `$${values.length + 2}`];
      const sql = takenSql(schema, queueSchema, text, { name: first, ids: second });
      return db.executeSql(sql, [...values, name, putAway]);
    },
  };
  const taken = await boss.fetch<WakeUp>(name, { batchSize: limit, includeMetadata: true, db: withRows });
  return (taken as unknown as readonly TakenRow[]).map(({ id, data: { key }, ...row }) => {
    const trace = row.trace_parent ? { traceParent: row.trace_parent } : {};
    return { id, key, jobId: row.job_id ?? '', ...handedInOf(row), ...trace };
  });
}
