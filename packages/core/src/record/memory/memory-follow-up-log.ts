import type { Clock, FollowUpLog } from '../../contracts.ts';
import type { DeliveryRow } from './delivery-row.ts';
import { takeDue } from './take-due.ts';

/** @param rows Those of the ledger: both see the same deliveries. */
export function createMemoryFollowUpLog(rows: Map<string, DeliveryRow>, clock: Pick<Clock, 'now'>): FollowUpLog {
  return {
    async take(lane, { limit, againMs }) {
      const now = clock.now();
      const followUpsDue = new Date(now.getTime() + againMs);
      return takeDue(rows, ({ record }) => record.followUpsDue, lane, limit, now).map(row => {
        const record = { ...row.record, followUpsDue };
        rows.set(record.key, { ...row, record });
        return record;
      });
    },
    async clear(key) {
      const row = rows.get(key);
      if (!row) return;
      const { followUpsDue: _, ...record } = row.record;
      rows.set(key, { ...row, record });
    },
  };
}
