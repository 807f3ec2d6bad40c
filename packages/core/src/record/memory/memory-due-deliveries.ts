import type { Clock, DueDeliveries, WorkLane } from '../../contracts.ts';
import type { DeliveryRow } from './delivery-row.ts';

/** Where a row holds the time. */
export interface DueIn {
  of(row: DeliveryRow): Date | undefined;
  set(row: DeliveryRow, due: Date | undefined): DeliveryRow;
}

/** @param rows Those of the ledger: both see the same deliveries. */
export function createMemoryDueDeliveries(
  rows: Map<string, DeliveryRow>,
  due: DueIn,
  clock: Pick<Clock, 'now'>,
): DueDeliveries {
  return {
    async take(lane, { limit, againMs }) {
      const now = clock.now().getTime();
      return [...rows.values()]
        .flatMap(row => {
          const at = isOf(lane, row) ? due.of(row)?.getTime() : undefined;
          return at !== undefined && at <= now ? [{ row, at }] : [];
        })
        .sort((a, b) => a.at - b.at)
        .slice(0, limit)
        .map(({ row }) => {
          const taken = due.set(row, new Date(now + againMs));
          rows.set(taken.record.key, taken);
          return taken.record;
        });
    },
    async clear(key) {
      const row = rows.get(key);
      if (row) rows.set(key, due.set(row, undefined));
    },
  };
}

const isOf = ({ environment, integration, approvedOnly }: WorkLane, { record, approved }: DeliveryRow): boolean =>
  record.environment === environment &&
  record.integration === integration &&
  (approvedOnly !== true || approved !== undefined);

export const twinsDue: DueIn = {
  of: row => row.twinsDue,
  set: (row, due) => ({ ...row, twinsDue: due }),
};

export const followUpsDue: DueIn = {
  of: ({ record }) => record.followUpsDue,
  set(row, due) {
    const { followUpsDue: _, ...record } = row.record;
    return { ...row, record: due ? { ...record, followUpsDue: due } : record };
  },
};
