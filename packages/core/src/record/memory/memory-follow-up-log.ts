import type { Clock, FollowUpLog } from '../../contracts.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { takeDue } from './take-due.ts';

/** @param rows Those of the ledger: both see the same deliveries. */
export function createMemoryFollowUpLog(rows: Map<string, DeliveryRow>, clock: Pick<Clock, 'now'>): FollowUpLog {
  return {
    take: async (lane, batch) => takeDue(rows, 'followUpsDue', lane, batch, clock.now()),
    async clear(key) {
      const row = rows.get(key);
      if (row) rows.set(key, { ...row, followUpsDue: undefined });
    },
  };
}
