import type { DeliveryQuery, ItsmEvent, Ledger, NewEvent } from '@itsm-bridge/core';
import { type DataSource, MoreThanOrEqual } from 'typeorm';
import { type ClaimRow, claimOf } from './claim-of.ts';
import { deliveryEntity } from './delivery-entity.ts';
import { deliveryRecordOf } from './delivery-record-of.ts';
import { appendEventSql } from './sql/append-event.sql.ts';
import { claimSql, claimValues } from './sql/claim.sql.ts';
import { eventValues } from './sql/event-in-turn.sql.ts';
import { dryRunValues, recordDryRunSql } from './sql/record-dry-run.sql.ts';
import { renewSql } from './sql/renew.sql.ts';
import { settleSql, settleValues } from './sql/settle.sql.ts';
import { storable } from './storable.ts';

export interface SqlLedgerDeps {
  readonly dataSource: DataSource;
  readonly schema: string;
  /** What the driver threw, as an ItsmError. */
  toLedgerError(error: unknown): Error;
  close(): Promise<void>;
}

/** One statement for each member; every time is the database's. */
export function createSqlLedger({ dataSource, schema, toLedgerError, close }: SqlLedgerDeps): Ledger {
  const query = async <Result>(sql: string, values: readonly unknown[]): Promise<Result> => {
    try {
      return await dataSource.query<Result>(sql, [...values]);
    } catch (error) {
      throw toLedgerError(error);
    }
  };

  const store = async (sql: string, event: NewEvent, values: readonly unknown[]): Promise<ItsmEvent | undefined> => {
    const [row] = await query<readonly { readonly id: string }[]>(sql, [...eventValues(event), ...values]);
    return row && { ...event, id: BigInt(row.id) };
  };

  const stored = (event: ItsmEvent | undefined): ItsmEvent => {
    if (event === undefined) throw toLedgerError(new Error('it took an event and returned no id'));
    return event;
  };

  return {
    async claim(delivery) {
      const [row] = await query<readonly ClaimRow[]>(claimSql(schema), claimValues(storable(delivery)));
      if (row === undefined) throw toLedgerError(new Error('a claim returned no row'));
      return claimOf(row);
    },

    async renew({ key, token }) {
      const [, count] = await query<readonly [unknown, number]>(renewSql(schema), [key, token.toString()]);
      return count === 1;
    },

    async settle(token, settlement) {
      const { event, ...rest } = storable(settlement);
      return (await store(settleSql(schema), event, settleValues(token, { ...rest, event }))) ?? 'superseded';
    },

    async recordDryRun(dryRun, event) {
      return stored(await store(recordDryRunSql(schema), storable(event), dryRunValues(storable(dryRun))));
    },

    async append(event) {
      return stored(await store(appendEventSql(schema), storable(event), []));
    },

    async deliveries(asked) {
      try {
        const order = { created_at: 'asc', key: 'asc' } as const;
        const rows = await dataSource.getRepository(deliveryEntity).find({ where: where(storable(asked)), order });
        return rows.map(deliveryRecordOf);
      } catch (error) {
        throw toLedgerError(error);
      }
    },

    close,
  };
}

const where = ({ jobId, key, integration, status, since }: DeliveryQuery) => ({
  ...(jobId !== undefined && { job_id: jobId }),
  ...(key !== undefined && { key }),
  ...(integration !== undefined && { integration }),
  ...(status !== undefined && { status }),
  ...(since !== undefined && { updated_at: MoreThanOrEqual(since) }),
});
