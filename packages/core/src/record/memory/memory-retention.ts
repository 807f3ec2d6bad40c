import type { Clock, DryRun, Failure, ItsmEvent, OldTexts, Retention } from '../../contracts.ts';
import { removedText } from '../removed-text.ts';
import type { DeliveryRow } from './delivery-row.ts';

export interface MemoryTexts {
  /** Those of the ledger: both see the same. */
  readonly rows: Map<string, DeliveryRow>;
  readonly events: ItsmEvent[];
  readonly dryRuns: DryRun[];
  recordedAt(dryRun: DryRun): Date;
}

/** The changes keep no texts here. */
export function createMemoryRetention(
  { rows, events, dryRuns, recordedAt }: MemoryTexts,
  clock: Pick<Clock, 'now'>,
): Retention {
  const oldIn = ({ environment, keepMs }: OldTexts) => {
    const isOld = (at: Date) => at.getTime() < clock.now().getTime() - keepMs;
    // One without a delivery, as a dry run, belongs to no environment.
    const isOurs = (key: string) => (rows.get(key)?.record.environment ?? environment) === environment;
    return {
      deliveries: [...rows.values()].filter(
        row => row.record.environment === environment && isOld(row.record.updatedAt) && hasTexts(row),
      ),
      dryRuns: dryRuns.filter(one => isOurs(one.key) && isOld(recordedAt(one))),
      events: events.filter(({ key, at }) => isOurs(key) && isOld(at)),
    };
  };
  return {
    async count(old) {
      const found = oldIn(old);
      const { deliveries, events: told, dryRuns: rehearsed } = found;
      return { deliveries: deliveries.length, changes: 0, dryRuns: rehearsed.length, events: told.length };
    },
    async prune(old, limit) {
      const found = oldIn(old);
      const deliveries = found.deliveries.slice(0, limit);
      for (const row of deliveries) rows.set(row.record.key, withoutTexts(row));
      return {
        deliveries: deliveries.length,
        changes: 0,
        dryRuns: remove(dryRuns, found.dryRuns.slice(0, limit)),
        events: remove(events, found.events.slice(0, limit)),
      };
    },
  };
}

const ended: ReadonlySet<string> = new Set(['created', 'found', 'failed', 'needs_review']);

const hasTexts = ({ record, analysis }: DeliveryRow): boolean =>
  ended.has(record.status) &&
  (analysis !== undefined ||
    record.warnings.length > 0 ||
    (record.error !== undefined && record.error.message !== removedText));

function withoutTexts(row: DeliveryRow): DeliveryRow {
  const { error, followUpsDue: _, ...record } = row.record;
  return {
    ...row,
    analysis: undefined,
    record: { ...record, warnings: [], ...(error && { error: { ...error, message: removedText } satisfies Failure }) },
  };
}

function remove<Item>(list: Item[], items: readonly Item[]): number {
  const gone = new Set(items);
  list.splice(0, list.length, ...list.filter(item => !gone.has(item)));
  return items.length;
}
