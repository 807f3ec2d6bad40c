import type { EventLog, MinuteActivity } from '@itsm-bridge/core';
import type { News } from '../news/news.ts';
import type { RunSql } from '../run-sql.ts';
import { activitySql } from '../sql/activity.sql.ts';
import { eventColumns } from '../sql/event-columns.ts';
import { eventPageSql } from '../sql/event-page.sql.ts';
import { eventsOfSql } from '../sql/events-of.sql.ts';
import { storable } from '../storable.ts';
import { type EventRow, eventOfRow } from './event-of-row.ts';

/** Without an event where none was found. */
type PageRow = { readonly last: string | null } & (EventRow | { readonly id: null });
type ActivityRow = Omit<MinuteActivity, 'at'> & {
  readonly now: Date;
  readonly integration: string;
  readonly minute: Date | null;
};

/** Ids are handed out in the order of the commits (see event-in-turn.sql.ts): a reader needs no more than the last one. */
export function createSqlEventLog(run: RunSql, schema: string, news: News): EventLog {
  const after = `select ${eventColumns('e')} from "${schema}".events as e
    where e.id > $1::bigint order by e.id limit $2::integer`;
  return {
    async since(id, limit) {
      return (await run<EventRow>(after, [id.toString(), limit])).map(eventOfRow);
    },
    async page(id, limit, scope) {
      const { environment, jobId, integration } = storable(scope);
      const rows = await run<PageRow>(eventPageSql(schema), [id.toString(), limit, environment, jobId, integration]);
      const events = rows.flatMap(row => (row.id === null ? [] : [eventOfRow(row)]));
      return { events, last: BigInt(rows[0]?.last ?? id) };
    },
    async of(key, limit) {
      return (await run<EventRow>(eventsOfSql(schema), [key, limit])).map(eventOfRow);
    },
    async lastId() {
      const [row] = await run<{ readonly id: string }>(`select coalesce(max(id), 0) as id from "${schema}".events`);
      return BigInt(row?.id ?? 0);
    },
    wait: (ms, signal) => news.wait('events', ms, signal),
    async activity(environment) {
      const rows = await run<ActivityRow>(activitySql(schema), [environment]);
      const minutes = rows.flatMap(({ integration, minute, created, failed, retried }) =>
        minute ? [{ integration, at: minute, created, failed, retried }] : [],
      );
      return { now: rows[0]?.now ?? new Date(), minutes };
    },
  };
}
