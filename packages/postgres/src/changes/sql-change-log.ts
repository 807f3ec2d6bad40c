import type { ChangeClaim, ChangeLog, ItsmEvent } from '@itsm-bridge/core';
import type { RunSql } from '../run-sql.ts';
import { eventInTurnSql, eventValues } from '../sql/event-in-turn.sql.ts';
import { storable } from '../storable.ts';

interface ChangeRow {
  readonly mine: boolean;
  readonly status: 'sending' | 'applied' | 'failed' | 'unknown';
  readonly token: string;
  readonly attempts: number;
  readonly doubtful: boolean;
}

/** As the claim of a delivery: RETURNING under the row lock is the one answer that a race cannot make stale. */
const claimSql = (schema: string) => `
with mine as materialized (select gen_random_uuid() as id)
insert into "${schema}".changes as c
  (key, id, job_id, integration, platform, kind, status, token, claim_id, lease_until)
select $1, $2, $3, $4, $5, $6, 'sending', 1, mine.id, now() + $7::integer * interval '1 millisecond' from mine
on conflict (key, id) do update set
  (status, token, claim_id, lease_until, doubtful, updated_at) = (
    select case when free then 'sending' else c.status end,
           case when free then c.token + 1 else c.token end,
           case when free then excluded.claim_id else c.claim_id end,
           case when free then excluded.lease_until else c.lease_until end,
           case when free then c.doubtful or c.status in ('sending', 'unknown') else c.doubtful end,
           case when free then now() else c.updated_at end
    from (values (c.status in ('failed', 'unknown') or c.status = 'sending' and c.lease_until <= now())) as next (free)
  )
returning c.status, c.token, c.attempts, c.doubtful, c.claim_id = (select id from mine) as mine`;

const settleSql = (schema: string) => `
with settled as (
  update "${schema}".changes set status = $11, attempts = $12::integer, error = $13::jsonb,
    doubtful = $11 = 'unknown', updated_at = now()
  where key = $8 and id = $9 and token = $10::bigint and status = 'sending'
  returning id
),${eventInTurnSql(schema, 'settled')}
select id from event`;

export function createSqlChangeLog(run: RunSql, schema: string, onEvent: () => void): ChangeLog {
  return {
    async claim(change) {
      const { key, changeId, jobId, integration, platform, kind, leaseMs } = storable(change);
      const values = [key, changeId, jobId, integration, platform, kind, leaseMs];
      const [row] = await run<ChangeRow>(claimSql(schema), values);
      return claimOf(row, key, changeId);
    },
    async settle({ key, changeId, token }, settlement) {
      const { status, attempts, error, event } = storable(settlement);
      const failure = error && JSON.stringify(error);
      const values = [...eventValues(event), key, changeId, token.toString(), status, attempts, failure];
      const [row] = await run<{ readonly id: string }>(settleSql(schema), values);
      if (!row) return 'superseded';
      onEvent();
      return { ...event, id: BigInt(row.id) } satisfies ItsmEvent;
    },
  };
}

function claimOf(row: ChangeRow | undefined, key: string, changeId: string): ChangeClaim {
  if (row?.mine && row.status === 'sending') {
    const { attempts, doubtful, token } = row;
    return { status: 'claimed', token: { key, changeId, token: BigInt(token) }, attempts, doubtful };
  }
  return { status: row?.status === 'applied' ? 'applied' : 'held' };
}
