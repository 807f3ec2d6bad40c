import type { Clock, ItsmEvent, NewEvent, TwinWatch } from '../../contracts.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { takeDue } from './take-due.ts';

/** @param rows Those of the ledger: both see the same deliveries. */
export function createMemoryTwinWatch(
  rows: Map<string, DeliveryRow>,
  clock: Pick<Clock, 'now'>,
  append: (event: NewEvent) => ItsmEvent,
): TwinWatch {
  return {
    async take(lane, { limit, againMs }) {
      const now = clock.now();
      const due = takeDue(rows, ({ twinsDue }) => twinsDue, lane, limit, now);
      for (const row of due) rows.set(row.record.key, { ...row, twinsDue: new Date(now.getTime() + againMs) });
      return due.map(({ record }) => record);
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
