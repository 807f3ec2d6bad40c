import type { Decided, DeliveryRecord, DryRunRecord, NewDecision } from '@itsm-bridge/core';
import type { DataSource } from 'typeorm';
import type { DeliveryRow } from '../delivery-entity.ts';
import { deliveryRecordOf } from '../delivery-record-of.ts';
import type { News } from '../news/news.ts';
import { isGone } from '../queue/is-gone.ts';
import type { OpenBoss } from '../queue/open-boss.ts';
import { putWakeUp } from '../queue/put-wake-up.ts';
import { topicOf } from '../queue/topic-of.ts';
import { approveSql, approveValues, decideSql, decideValues } from '../sql/decide.sql.ts';
import type { Executor } from '../transaction/executor.ts';
import { inTransaction } from '../transaction/in-transaction.ts';
import { type DryRunRow, dryRunOfRow } from './dry-run-of-row.ts';

export interface DecideDeps {
  readonly dataSource: DataSource;
  readonly schema: string;
  readonly news: Pick<News, 'ring'>;
  /** Opened when somebody approves: a rejection needs no queue. */
  open(): Promise<OpenBoss>;
  /** The next `open` makes its tables anew. */
  forget(): void;
  get(id: bigint): Promise<DryRunRecord | undefined>;
  deliveryOf(key: string): Promise<DeliveryRecord | undefined>;
  toLedgerError(error: unknown): Error;
}

/** Decision, audit row, delivery and wake-up: all of them, or none. */
export async function decide(deps: DecideDeps, id: bigint, decision: NewDecision): Promise<Decided> {
  const { dataSource, news, forget, toLedgerError } = deps;
  const delivery = decision.kind === 'approved' ? decision.delivery : undefined;
  try {
    const queue = delivery && (await deps.open());
    const lane = delivery && { ...delivery, approvedOnly: true };
    if (queue && lane) await queue.queueOf(lane);
    const end = await inTransaction(dataSource, db => decideIn(db, { ...deps, queue }, id, decision));
    if (end && lane) news.ring(topicOf(lane));
    return end ?? (await whyNot(deps, id, decision));
  } catch (error) {
    // Wake-ups are made anew by the sweep, and so is what holds them.
    if (isGone(error)) forget();
    throw toLedgerError(error);
  }
}

/** Undefined, and nothing is to be kept: it cannot be decided any more. */
async function decideIn(
  db: Executor,
  { schema, queue }: Pick<DecideDeps, 'schema'> & { readonly queue: OpenBoss | undefined },
  id: bigint,
  decision: NewDecision,
): Promise<Decided | undefined> {
  const { rows } = await db.executeSql(decideSql(schema), [...decideValues(id, decision)]);
  if (rows.length === 0) return undefined;
  const record = dryRunOfRow(rows[0] as DryRunRow);
  if (decision.kind === 'rejected' || !queue) return { kind: 'decided', record };
  const { delivery } = decision;
  const approved = await db.executeSql(approveSql(schema), approveValues(delivery, id));
  if (approved.rows.length === 0) return undefined;
  const pending = deliveryRecordOf(approved.rows[0] as DeliveryRow);
  await putWakeUp(queue, schema, { ...delivery, approvedOnly: true }, pending, db);
  return { kind: 'decided', record, delivery: pending };
}

async function whyNot({ get, deliveryOf }: DecideDeps, id: bigint, decision: NewDecision): Promise<Decided> {
  const record = await get(id);
  if (record?.decision) return { kind: 'late', decision: record.decision };
  const taken = record && decision.kind === 'approved' && (await deliveryOf(decision.delivery.key));
  return taken ? { kind: 'taken', delivery: taken } : { kind: 'absent' };
}
