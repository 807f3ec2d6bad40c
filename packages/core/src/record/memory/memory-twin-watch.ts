import type { Clock, ItsmEvent, NewEvent, TwinWatch } from '../../contracts.ts';
import type { DeliveryRow } from './delivery-row.ts';

/** @param rows Those of the ledger: both see the same deliveries. */
export function createMemoryTwinWatch(
  rows: Map<string, DeliveryRow>,
  clock: Pick<Clock, 'now'>,
  append: (event: NewEvent) => ItsmEvent,
): TwinWatch {
  return {
    async take({ environment, integration }, { limit, againMs }) {
      const now = clock.now();
      const due = [...rows.values()]
        .filter(({ record }) => record.environment === environment && record.integration === integration)
        .flatMap(row => (row.twinsDue && row.twinsDue <= now ? [{ row, at: row.twinsDue.getTime() }] : []))
        .sort((a, b) => a.at - b.at)
        .slice(0, limit);
      for (const { row } of due) {
        rows.set(row.record.key, { ...row, twinsDue: new Date(now.getTime() + againMs) });
      }
      return due.map(({ row }) => row.record);
    },
    async clear(key) {
      const row = rows.get(key);
      if (row) rows.set(key, { ...row, twinsDue: undefined });
    },
    async record(key, twins, event) {
      const row = rows.get(key);
      if (!row?.twinsDue) return 'superseded';
      const record = { ...row.record, twins, updatedAt: clock.now() };
      rows.set(key, { ...row, record, twinsDue: undefined });
      return append(event);
    },
  };
}
