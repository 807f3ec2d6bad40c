import type { Clock, DryRunRecord, Failure, ItsmEvent, OldTexts, Retention } from '../../contracts.ts';
import { removedText } from '../removed-text.ts';
import type { ChangeRow } from './change-row.ts';
import type { DeliveryRow } from './delivery-row.ts';
import type { MemoryAuditLog } from './memory-audit-log.ts';

export interface MemoryTexts {
  /** Those of the ledger: both see the same. */
  readonly rows: Map<string, DeliveryRow>;
  readonly changes: Map<string, ChangeRow>;
  readonly events: ItsmEvent[];
  readonly dryRuns: DryRunRecord[];
  readonly audit: Pick<MemoryAuditLog, 'forget' | 'countOld'>;
}

export function createMemoryRetention(
  { rows, changes, events, dryRuns, audit }: MemoryTexts,
  clock: Pick<Clock, 'now'>,
): Retention {
  const isOldFor =
    ({ keepMs }: OldTexts) =>
    (at: Date) =>
      at.getTime() < clock.now().getTime() - keepMs;
  const isOwed = ({ key, id }: DryRunRecord) => {
    const row = rows.get(key);
    return row?.approved === id && row.analysis !== undefined && !row.record.ticket;
  };
  const oldIn = (old: OldTexts) => {
    const { environment } = old;
    const isOld = isOldFor(old);
    // One of before that has no delivery belongs to no environment.
    const isOurs = (key: string) => (rows.get(key)?.record.environment ?? environment) === environment;
    return {
      deliveries: [...rows.values()].filter(
        row => row.record.environment === environment && isOld(row.record.updatedAt) && hasTexts(row),
      ),
      changes: [...changes].filter(([, row]) => isOurs(row.key) && isOld(row.updatedAt) && hasWords(row)),
      dryRuns: dryRuns.filter(one => one.environment === environment && isOld(one.at) && !isOwed(one)),
      events: events.filter(
        one => (one.environment ?? environment) === environment && isOurs(one.key) && isOld(one.at),
      ),
    };
  };
  return {
    async count(old) {
      const found = oldIn(old);
      return {
        ...{ deliveries: found.deliveries.length, changes: found.changes.length, dryRuns: found.dryRuns.length },
        ...{ events: found.events.length, audit: audit.countOld(old.environment, isOldFor(old)) },
      };
    },
    async prune(old, limit) {
      const found = oldIn(old);
      const deliveries = found.deliveries.slice(0, limit);
      for (const row of deliveries) rows.set(row.record.key, withoutTexts(row));
      const changed = found.changes.slice(0, limit);
      for (const [id, row] of changed) changes.set(id, { ...row, ...withoutWords(row.error) });
      return {
        deliveries: deliveries.length,
        changes: changed.length,
        // An approved one goes with the analysis of its delivery.
        dryRuns: remove(dryRuns, oldIn(old).dryRuns.slice(0, limit)),
        events: remove(events, found.events.slice(0, limit)),
        audit: audit.forget(old.environment, isOldFor(old), limit),
      };
    },
  };
}

const ended: ReadonlySet<string> = new Set(['created', 'found', 'failed', 'needs_review']);

const hasWords = ({ status, error }: Pick<ChangeRow, 'status' | 'error'>): boolean =>
  (status === 'applied' || status === 'failed') && error !== undefined && error.message !== removedText;

const hasTexts = ({ record, analysis, sent }: DeliveryRow): boolean =>
  ended.has(record.status) &&
  (analysis !== undefined ||
    record.title !== undefined ||
    sent !== undefined ||
    record.warnings.length > 0 ||
    (record.error !== undefined && record.error.message !== removedText));

function withoutTexts(row: DeliveryRow): DeliveryRow {
  const { error, title: _title, followUpsDue: _due, ...record } = row.record;
  return { ...row, analysis: undefined, sent: undefined, record: { ...record, warnings: [], ...withoutWords(error) } };
}

const withoutWords = (error: Failure | undefined): { readonly error?: Failure } =>
  error ? { error: { ...error, message: removedText } } : {};

function remove<Item>(list: Item[], items: readonly Item[]): number {
  const gone = new Set(items);
  list.splice(0, list.length, ...list.filter(item => !gone.has(item)));
  return items.length;
}
