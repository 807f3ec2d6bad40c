import type { DeliveryRecord, LaneId } from '../../contracts.ts';
import type { DeliveryRow } from './delivery-row.ts';

export interface DueBatch {
  readonly limit: number;
  readonly againMs: number;
}

/** The rows of a lane whose time in `member` has come, the longest waiting first; it is set to `againMs` from now. */
export function takeDue(
  rows: Map<string, DeliveryRow>,
  member: 'twinsDue' | 'followUpsDue',
  { environment, integration }: LaneId,
  { limit, againMs }: DueBatch,
  now: Date,
): readonly DeliveryRecord[] {
  const due = [...rows.values()]
    .filter(({ record }) => record.environment === environment && record.integration === integration)
    .flatMap(row => {
      const { [member]: at } = row;
      return at && at <= now ? [{ row, at: at.getTime() }] : [];
    })
    .sort((a, b) => a.at - b.at)
    .slice(0, limit);
  for (const { row } of due) rows.set(row.record.key, { ...row, [member]: new Date(now.getTime() + againMs) });
  return due.map(({ row }) => row.record);
}
