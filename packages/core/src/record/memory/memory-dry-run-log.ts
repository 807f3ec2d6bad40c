import type {
  Clock,
  Decided,
  Decision,
  DryRunLog,
  DryRunRecord,
  ItsmEvent,
  NewDecision,
  NewEvent,
  QueuedDelivery,
} from '../../contracts.ts';
import { auditOfDecision } from '../audit-of-decision.ts';
import { approvedRow } from './approved-row.ts';
import type { DeliveryRow } from './delivery-row.ts';
import type { MemoryAuditLog } from './memory-audit-log.ts';
import { pageAfter } from './page-after.ts';

export interface MemoryDryRuns {
  readonly dryRuns: DryRunRecord[];
  /** Those of the ledger: both see the same deliveries. */
  readonly rows: Map<string, DeliveryRow>;
  readonly audit: Pick<MemoryAuditLog, 'note'>;
  append(event: NewEvent): ItsmEvent;
  /** Makes the wake-up. */
  wake(key: string): void;
}

export function createMemoryDryRunLog(
  { dryRuns, rows, audit, append, wake }: MemoryDryRuns,
  clock: Pick<Clock, 'now'>,
): DryRunLog {
  let lastId = dryRuns.at(-1)?.id ?? 0n;
  const isNewest = ({ key, id }: DryRunRecord) => !dryRuns.some(other => other.key === key && other.id > id);

  const approve = (record: DryRunRecord, delivery: QueuedDelivery, decided: DryRunRecord): Decided => {
    const now = clock.now();
    const before = rows.get(delivery.key);
    if (before && isTaken(before, now)) return { kind: 'taken', delivery: before.record };
    const row = approvedRow(before, delivery, record.id, now);
    rows.set(delivery.key, row);
    wake(delivery.key);
    return { kind: 'decided', record: decided, delivery: row.record };
  };

  return {
    async record(dryRun, event) {
      lastId += 1n;
      const record = { ...dryRun, id: lastId, at: clock.now() };
      dryRuns.push(record);
      return { record, event: append(event) };
    },

    async waiting({ environment, integration, key, limit, after }) {
      const own = dryRuns.filter(
        one =>
          one.environment === environment &&
          (integration === undefined || one.integration === integration) &&
          (key === undefined || one.key === key) &&
          one.decision === undefined &&
          isNewest(one) &&
          !hasTicket(rows.get(one.key)),
      );
      const { items, ...more } = pageAfter(own, limit, after);
      return { records: items.map(withoutAnalysis), ...more };
    },

    countWaiting: async (environment, among) =>
      dryRuns
        .filter(one => one.environment === environment && one.decision === undefined)
        .slice(-among)
        .filter(one => isNewest(one) && !hasTicket(rows.get(one.key))).length,

    get: async id => dryRuns.find(one => one.id === id),

    of: async (key, limit) =>
      dryRuns
        .filter(one => one.key === key)
        .toReversed()
        .slice(0, limit)
        .map(withoutAnalysis),

    async decide(id, given) {
      const n = dryRuns.findIndex(one => one.id === id);
      const record = dryRuns[n];
      if (record === undefined) return { kind: 'absent' };
      if (record.decision) return { kind: 'late', decision: record.decision };
      const decided = { ...record, decision: decisionOf(given, clock.now()) };
      const isApproved = given.kind === 'approved';
      const end: Decided = isApproved ? approve(record, given.delivery, decided) : { kind: 'decided', record: decided };
      if (end.kind !== 'decided') return end;
      dryRuns[n] = decided;
      audit.note(auditOfDecision(record, given));
      return end;
    },
  };
}

const decisionOf = (given: NewDecision, at: Date): Decision =>
  given.kind === 'approved' ? { kind: given.kind, by: given.by, at } : { ...given, at };

const ticketed: ReadonlySet<string> = new Set(['created', 'found']);

const hasTicket = (row: DeliveryRow | undefined): boolean => row !== undefined && ticketed.has(row.record.status);

const isTaken = (row: DeliveryRow, now: Date): boolean =>
  hasTicket(row) || (row.record.status === 'sending' && row.leaseUntil > now);

const withoutAnalysis = ({ analysis: _, ...record }: DryRunRecord): DryRunRecord => record;
