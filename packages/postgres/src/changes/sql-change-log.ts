import type { ChangeClaim, ChangeLog, ChangeRecord, ChangeStatus, ItsmEvent } from '@itsm-bridge/core';
import { type DoubtColumns, doubtOf } from '../doubt-of.ts';
import type { RunSql } from '../run-sql.ts';
import { changesOfSql } from '../sql/changes-of.sql.ts';
import { claimChangeSql, claimChangeValues } from '../sql/claim-change.sql.ts';
import { eventValues } from '../sql/event-in-turn.sql.ts';
import { renewChangeSql } from '../sql/renew-change.sql.ts';
import { settleChangeSql, settleChangeValues } from '../sql/settle-change.sql.ts';
import { storable } from '../storable.ts';

interface ChangeRow extends DoubtColumns {
  readonly mine: boolean;
  readonly status: ChangeStatus;
  readonly token: string;
  readonly attempts: number;
  readonly ledger_now: Date;
}

interface StandingRow extends Pick<ChangeRow, 'status' | 'attempts'>, Pick<ChangeRecord, 'kind'> {
  readonly id: string;
  readonly error: ChangeRecord['error'] | null;
  readonly created_at: Date;
  readonly updated_at: Date;
}

export function createSqlChangeLog(run: RunSql, schema: string, onEvent: () => void): ChangeLog {
  return {
    async claim(given) {
      const change = storable(given);
      const [row] = await run<ChangeRow>(claimChangeSql(schema), claimChangeValues(change));
      return claimOf(row, change.key, change.changeId);
    },
    async renew({ key, changeId, token }, leaseMs) {
      return (await run(renewChangeSql(schema), [key, changeId, token.toString(), leaseMs])).length === 1;
    },
    async settle(token, given) {
      const settlement = storable(given);
      const values = [...eventValues(settlement.event), ...settleChangeValues(token, settlement)];
      const [row] = await run<{ readonly id: string }>(settleChangeSql(schema), values);
      if (!row) return 'superseded';
      onEvent();
      return { ...settlement.event, id: BigInt(row.id) } satisfies ItsmEvent;
    },
    async status(given) {
      const { key, changeId } = storable(given);
      const sql = `select status from "${schema}".changes where key = $1 and id = $2`;
      const [row] = await run<Pick<ChangeRow, 'status'>>(sql, [key, changeId]);
      return row?.status;
    },
    async of(key, limit) {
      return (await run<StandingRow>(changesOfSql(schema), [key, limit])).map(recordOf);
    },
  };
}

const recordOf = ({ id, kind, status, attempts, error, created_at, updated_at }: StandingRow): ChangeRecord => ({
  ...{ changeId: id, kind, status, attempts, createdAt: created_at, updatedAt: updated_at },
  ...(error && { error }),
});

function claimOf(row: ChangeRow | undefined, key: string, changeId: string): ChangeClaim {
  if (row?.mine && row.status === 'sending') {
    const { attempts, token, ledger_now: now } = row;
    const doubt = doubtOf(row);
    return {
      status: 'claimed',
      token: { key, changeId, token: BigInt(token) },
      now,
      attempts,
      ...(doubt && { doubt }),
    };
  }
  return { status: row?.status === 'applied' ? 'applied' : 'held' };
}
