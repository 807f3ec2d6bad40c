import type { EventLog } from '@itsm-bridge/core';
import type { News } from '../news/news.ts';
import type { RunSql } from '../run-sql.ts';
import { type EventRow, eventOfRow } from './event-of-row.ts';

/** Ids are handed out in the order of the commits (see event-in-turn.sql.ts): a reader needs no more than the last one. */
export function createSqlEventLog(run: RunSql, schema: string, news: News): EventLog {
  const after = `select id, type, at, key, job_id, integration, platform, data from "${schema}".events
    where id > $1::bigint order by id limit $2::integer`;
  return {
    async since(id, limit) {
      return (await run<EventRow>(after, [id.toString(), limit])).map(eventOfRow);
    },
    async lastId() {
      const [row] = await run<{ readonly id: string }>(`select coalesce(max(id), 0) as id from "${schema}".events`);
      return BigInt(row?.id ?? 0);
    },
    wait: (ms, signal) => news.wait('events', ms, signal),
  };
}
