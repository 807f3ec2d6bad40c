import type { Clock, EventLog, EventScope, ItsmEvent, NewEvent } from '../../contracts.ts';
import { createBell } from './bell.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { recentActivity } from './recent-activity.ts';

export interface MemoryEvents {
  append(event: NewEvent): ItsmEvent;
  readonly log: EventLog;
}

/** @param rows Those of the ledger: an event of an older version has the environment of its delivery. */
export function createMemoryEvents(
  events: ItsmEvent[],
  rows: ReadonlyMap<string, DeliveryRow>,
  { now, sleep }: Pick<Clock, 'now' | 'sleep'>,
): MemoryEvents {
  const bell = createBell(sleep);
  // Also when the newest event was removed.
  let lastId = events.at(-1)?.id ?? 0n;
  const environmentOf = ({ environment, key }: ItsmEvent) => environment ?? rows.get(key)?.record.environment;
  const isIn = (event: ItsmEvent, { environment, jobId, integration }: EventScope) =>
    (environmentOf(event) ?? environment) === environment &&
    (jobId === undefined || event.jobId === jobId) &&
    (integration === undefined || event.integration === integration);

  return {
    append(event) {
      lastId += 1n;
      const stored = { ...event, id: lastId };
      events.push(stored);
      bell.ring();
      return stored;
    },
    log: {
      since: async (id, limit) => events.filter(event => event.id > id).slice(0, limit),
      async page(id, limit, scope) {
        const later = events.filter(event => event.id > id);
        const found = later.filter(event => isIn(event, scope)).slice(0, limit);
        const last = (found.length < limit ? later : found).at(-1)?.id ?? id;
        const told = found.map(event => {
          const environment = environmentOf(event);
          return environment === undefined ? event : { ...event, environment };
        });
        return { events: told, last };
      },
      of: async (key, limit) => events.filter(event => event.key === key).slice(-limit),
      lastId: async () => lastId,
      wait: (ms, signal) => bell.wait(ms, signal),
      activity: async environment =>
        recentActivity(
          events.filter(event => environmentOf(event) === environment),
          now(),
        ),
    },
  };
}
