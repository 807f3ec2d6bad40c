import type { Clock, ItsmEvent, NewEvent, TwinWatch } from '../../contracts.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { createMemoryDueDeliveries, twinsDue } from './memory-due-deliveries.ts';

/** @param rows Those of the ledger: both see the same deliveries. */
export function createMemoryTwinWatch(
  rows: Map<string, DeliveryRow>,
  clock: Pick<Clock, 'now'>,
  append: (event: NewEvent) => ItsmEvent,
): TwinWatch {
  return {
    ...createMemoryDueDeliveries(rows, twinsDue, clock),
    async record(key, twins, event) {
      const row = rows.get(key);
      if (!row?.twinsDue) return 'superseded';
      const record = { ...row.record, twins, updatedAt: clock.now() };
      rows.set(key, { ...row, record, twinsDue: undefined });
      return append(event);
    },
  };
}
