import type { DeliveryRecord, DryRunLog, DryRunRecord, NewEvent } from '@itsm-bridge/core';
import { pageOf } from '../page-of.ts';
import type { RunSql } from '../run-sql.ts';
import {
  countWaitingSql,
  dryRunSql,
  dryRunsOfSql,
  waitingDryRunsSql,
  waitingDryRunsValues,
} from '../sql/dry-runs.sql.ts';
import { eventValues } from '../sql/event-in-turn.sql.ts';
import { dryRunValues, recordDryRunSql } from '../sql/record-dry-run.sql.ts';
import { storable } from '../storable.ts';
import { type DecideDeps, decide } from './decide.ts';
import { type DryRunRow, dryRunOfRow } from './dry-run-of-row.ts';

export interface SqlDryRunDeps extends Omit<DecideDeps, 'get' | 'deliveryOf'> {
  readonly run: RunSql;
  onEvent(): void;
  /** Those that a page is read by may not be there yet, and are built beside it. */
  indexed(): Promise<void>;
  deliveryOf(key: string): Promise<DeliveryRecord | undefined>;
}

interface RecordedRow {
  readonly id: string;
  readonly dry_run_id: string;
  readonly created_at: Date;
}

export function createSqlDryRunLog({ run, onEvent, indexed, ...deps }: SqlDryRunDeps): DryRunLog {
  const { schema, toLedgerError } = deps;
  const get = async (id: bigint): Promise<DryRunRecord | undefined> => {
    if (!isId(id)) return undefined;
    const [row] = await run<DryRunRow>(dryRunSql(schema), [id.toString()]);
    return row && dryRunOfRow(row);
  };
  return {
    get,
    async record(given, event) {
      const dryRun = storable(given);
      const happened: NewEvent = storable(event);
      const values = [...eventValues(happened), ...dryRunValues(dryRun)];
      const [row] = await run<RecordedRow>(recordDryRunSql(schema), values);
      if (row === undefined) throw toLedgerError(new Error('it took a dry run and returned no id'));
      onEvent();
      const record = { ...dryRun, id: BigInt(row.dry_run_id), at: row.created_at };
      return { record, event: { ...happened, id: BigInt(row.id) } };
    },
    async waiting(query) {
      void indexed();
      const rows = await run<DryRunRow>(waitingDryRunsSql(schema), waitingDryRunsValues(storable(query)));
      const { items, ...more } = pageOf(rows, query.limit);
      return { records: items.map(dryRunOfRow), ...more };
    },
    async countWaiting(environment, among) {
      const [row] = await run<{ readonly count: number }>(countWaitingSql(schema), [environment, among]);
      return row?.count ?? 0;
    },
    of: async (key, limit) => (await run<DryRunRow>(dryRunsOfSql(schema), [key, limit])).map(dryRunOfRow),
    decide: async (id, decision) => (isId(id) ? decide({ ...deps, get }, id, storable(decision)) : { kind: 'absent' }),
  };
}

/** Above that a number from an address is no bigint of PostgreSQL, which would call it an error. */
const isId = (id: bigint): boolean => id < 2n ** 63n;
