import type { LaneId } from '../../contracts.ts';
import type { DeliveryRow } from './delivery-row.ts';

/** The rows of a lane whose time has come, the longest waiting first. */
export function takeDue(
  rows: ReadonlyMap<string, DeliveryRow>,
  dueOf: (row: DeliveryRow) => Date | undefined,
  { environment, integration }: LaneId,
  limit: number,
  now: Date,
): readonly DeliveryRow[] {
  return [...rows.values()]
    .filter(({ record }) => record.environment === environment && record.integration === integration)
    .flatMap(row => {
      const at = dueOf(row);
      return at && at <= now ? [{ row, at: at.getTime() }] : [];
    })
    .sort((a, b) => a.at - b.at)
    .slice(0, limit)
    .map(({ row }) => row);
}
