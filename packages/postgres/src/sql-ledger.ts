import type { DeliveryQuery, Ledger } from '@itsm-bridge/core';
import type { DataSource } from 'typeorm';
import { createSqlAuditLog } from './audit/sql-audit-log.ts';
import { createSqlChangeLog } from './changes/sql-change-log.ts';
import { type ClaimRow, claimOf } from './claim-of.ts';
import { deliveryEntity } from './delivery-entity.ts';
import { deliveryRecordOf } from './delivery-record-of.ts';
import { createSqlDryRunLog } from './dry-runs/sql-dry-run-log.ts';
import { createSqlDueDeliveries } from './due/sql-due-deliveries.ts';
import { createSqlTwinWatch } from './due/sql-twin-watch.ts';
import { createSqlEventLog } from './events/sql-event-log.ts';
import { createSqlLanes } from './lanes/sql-lanes.ts';
import type { News } from './news/news.ts';
import { poolOf } from './pool-of.ts';
import { prepared } from './prepared.ts';
import { lazyBoss } from './queue/lazy-boss.ts';
import { queueName } from './queue/queue-name.ts';
import { createSqlQueue } from './queue/sql-queue.ts';
import { deliveriesWhere } from './reading/deliveries-where.ts';
import { createSqlReading } from './reading/sql-reading.ts';
import { createSqlRetention } from './retention/sql-retention.ts';
import { runSqlOn } from './run-sql.ts';
import { settleDeliveries } from './settle-deliveries.ts';
import { appendEventSql } from './sql/append-event.sql.ts';
import { claimSql, claimValues } from './sql/claim.sql.ts';
import { eventValues } from './sql/event-in-turn.sql.ts';
import { renewSql } from './sql/renew.sql.ts';
import { markRestoredSql } from './sql/restored.sql.ts';
import { storable } from './storable.ts';

export interface SqlLedgerDeps {
  readonly dataSource: DataSource;
  readonly schema: string;
  /** As of `poolOf`. @default true */
  readonly keepsNames?: boolean;
  readonly news: News;
  /** What the driver threw, as an ItsmError. */
  toLedgerError(error: unknown): Error;
  /** Those that came later, and are not needed to be right. */
  buildIndexes(): Promise<void>;
  close(): Promise<void>;
}

/** One statement for each member; every time is the database's. */
export function createSqlLedger({
  dataSource,
  schema,
  keepsNames = true,
  news,
  toLedgerError,
  buildIndexes,
  close,
}: SqlLedgerDeps): Ledger {
  const run = runSqlOn(poolOf(dataSource, { keepsNames }), toLedgerError);
  const everyday = {
    claim: prepared('claim', claimSql(schema)),
    renew: prepared('renew', renewSql(schema)),
    append: prepared('append', appendEventSql(schema)),
  };
  const boss = lazyBoss(dataSource, schema);
  const opening = { open: boss.open, forget: boss.forget };
  const told = () => news.ring('events');
  const indexed = once(buildIndexes);

  const deliveries = async (asked: DeliveryQuery) => {
    try {
      const order = { created_at: 'asc', key: 'asc' } as const;
      const rows = await dataSource
        .getRepository(deliveryEntity)
        .find({ where: deliveriesWhere(storable(asked)), order });
      return rows.map(deliveryRecordOf);
    } catch (error) {
      throw toLedgerError(error);
    }
  };
  const deliveryOf = async (key: string) => (await deliveries({ key }))[0];

  return {
    async claim(delivery) {
      const [row] = await run<ClaimRow>(everyday.claim, claimValues(storable(delivery)));
      if (row === undefined && (delivery.approvedOnly || delivery.approved !== undefined)) return { status: 'held' };
      if (row === undefined) throw toLedgerError(new Error('a claim returned no row'));
      return claimOf(row);
    },

    async renew({ key, token }) {
      return (await run(everyday.renew, [key, token.toString()])).length === 1;
    },

    settle: settleDeliveries(run, schema, told),

    async append(event) {
      const kept = storable(event);
      const [row] = await run<{ readonly id: string }>(everyday.append, eventValues(kept));
      if (row === undefined) throw toLedgerError(new Error('it took an event and returned no id'));
      told();
      return { ...kept, id: BigInt(row.id) };
    },

    deliveries,

    ...createSqlReading(run, schema, indexed),

    queue: createSqlQueue({ dataSource, run, schema, news, ...opening, toLedgerError }),
    lanes: createSqlLanes(run, schema, async lane => news.ring(`queue ${queueName(lane)}`)),
    changes: createSqlChangeLog(run, schema, told),
    dryRuns: createSqlDryRunLog({
      ...{ dataSource, run, schema, news, toLedgerError, deliveryOf },
      ...opening,
      ...{ onEvent: told, indexed },
    }),
    audit: createSqlAuditLog(run, schema, () => toLedgerError(new Error('it took an audit row and returned none'))),
    twins: createSqlTwinWatch(run, schema, told),
    followUps: createSqlDueDeliveries(run, schema, 'follow_ups_due'),
    eventLog: createSqlEventLog(run, schema, news),
    retention: createSqlRetention(run, schema, indexed),

    async restored(backupAt, forMs) {
      await run(markRestoredSql(schema), [backupAt, forMs]);
    },

    async close() {
      await news.close();
      await boss.close();
      await close();
    },
  };
}

/** Without the indexes, as for a user who owns no tables, a statement is only slower. */
function once(build: () => Promise<void>): () => Promise<void> {
  let building: Promise<void> | undefined;
  return () => {
    building ??= build().catch(() => {});
    return building;
  };
}
