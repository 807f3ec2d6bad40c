import type {
  Clock,
  DeliveryRecord,
  DeliveryStatus,
  DryRunRecord,
  ItsmEvent,
  LaneId,
  Ledger,
} from '../../contracts.ts';
import { systemClock } from '../../send/system-clock.ts';
import { createBell } from './bell.ts';
import type { ChangeRow } from './change-row.ts';
import { claimedRow, type DeliveryRow, isHolder, renewedRow, stillApproved, waitingRow } from './delivery-row.ts';
import { matches } from './matches.ts';
import { createMemoryAuditLog } from './memory-audit-log.ts';
import { createMemoryChangeLog } from './memory-change-log.ts';
import { createMemoryDryRunLog } from './memory-dry-run-log.ts';
import { createMemoryDueDeliveries, followUpsDue } from './memory-due-deliveries.ts';
import { createMemoryEvents } from './memory-events.ts';
import { createMemoryLanes } from './memory-lanes.ts';
import { createMemoryQueue } from './memory-queue.ts';
import { createMemoryRestore } from './memory-restore.ts';
import { createMemoryRetention } from './memory-retention.ts';
import { createMemoryTwinWatch } from './memory-twin-watch.ts';
import { refusal } from './refusal.ts';
import { searchRows } from './search-rows.ts';
import { settledRow } from './settled-row.ts';

export interface MemoryLedgerOptions {
  /** @default `sleep` of the system's clock */
  readonly clock: Pick<Clock, 'now'> & Partial<Pick<Clock, 'sleep'>>;
  /** Events are appended here: hand a list in to read it. @default a list of its own */
  readonly events?: ItsmEvent[];
  /** As `events`, for the dry runs. */
  readonly dryRuns?: DryRunRecord[];
  /** As `events`, for the jobs, by job id. */
  readonly jobs?: Map<string, MemoryJob>;
}

export interface MemoryJob {
  readonly ticketCreated: boolean;
  readonly lastStatus: DeliveryStatus;
}

/** A ledger that lives as long as its process: for tests, for trying things out, for hosts that keep their own record. */
export function createMemoryLedger(options: MemoryLedgerOptions): Ledger {
  const { clock, events = [], dryRuns = [], jobs = new Map<string, MemoryJob>() } = options;
  const { sleep = systemClock.sleep } = clock;
  const rows = new Map<string, DeliveryRow>();
  const changes = new Map<string, ChangeRow>();
  const queueNews = createBell(sleep);
  const { append, log } = createMemoryEvents(events, rows, { now: clock.now, sleep });

  const restore = createMemoryRestore(clock);
  const noteJob = ({ jobId, status }: DeliveryRecord) => {
    const ticketCreated = status === 'created' || status === 'found' || (jobs.get(jobId)?.ticketCreated ?? false);
    jobs.set(jobId, { ticketCreated, lastStatus: status });
  };
  const release = ({ environment, integration }: LaneId) => {
    for (const [key, row] of rows) {
      const { record } = row;
      const inLane = record.environment === environment && record.integration === integration;
      if (!inLane || record.error?.kind !== 'held') continue;
      const { notBefore: _, ...due } = record;
      rows.set(key, { ...row, record: due });
    }
    queueNews.ring();
  };
  const lanes = createMemoryLanes(clock, release);
  const queue = createMemoryQueue(rows, clock, queueNews);
  const audit = createMemoryAuditLog(clock);

  return {
    async claim(delivery) {
      const now = clock.now();
      const before = rows.get(delivery.key);
      const refused = refusal(before, delivery, now);
      if (refused) return refused;
      const closure = delivery.sendsNothing ? undefined : lanes.closure(delivery);
      const row = closure
        ? { ...waitingRow(before, delivery, closure, now), approved: stillApproved(before, delivery.askedBy) }
        : claimedRow(before, delivery, now, restore.doubt());
      rows.set(delivery.key, row);
      if (closure) return { status: 'closed', record: row.record };
      const { attempts, rounds } = row.record;
      const token = { key: delivery.key, token: row.token };
      const { doubt, approved } = row;
      const found = { ...(doubt && { doubt }), ...restore.isAll(doubt), ...(approved !== undefined && { approved }) };
      return { status: 'claimed', token, now, attempts, rounds, ...found };
    },

    async renew(token) {
      const row = rows.get(token.key);
      if (!isHolder(row, token)) return false;
      rows.set(token.key, renewedRow(row, clock.now()));
      return true;
    },

    async settle(token, settlement) {
      const row = rows.get(token.key);
      if (!isHolder(row, token)) return 'superseded';
      const settled = settledRow(row, settlement, clock.now());
      rows.set(token.key, settled);
      noteJob(settled.record);
      return append(settlement.event);
    },

    async append(event) {
      return append(event);
    },

    async deliveries(query) {
      const records = [...rows.values()].map(row => row.record).filter(record => matches(record, query));
      return records.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    },

    search: async query => searchRows(rows.values(), query),
    async handedIn(key) {
      const row = rows.get(key);
      return { analysis: row?.analysis, approved: row?.approved ?? 'none' };
    },
    sent: async key => rows.get(key)?.sent,

    queue,
    lanes,
    changes: createMemoryChangeLog(changes, clock, append, restore.doubt),
    dryRuns: createMemoryDryRunLog({ dryRuns, rows, audit, append, wake: queue.wake }, clock),
    audit,
    twins: createMemoryTwinWatch(rows, clock, append),
    followUps: createMemoryDueDeliveries(rows, followUpsDue, clock),
    eventLog: log,

    retention: createMemoryRetention({ rows, changes, events, dryRuns, audit }, clock),
    restored: restore.restored,

    async close() {},
  };
}
