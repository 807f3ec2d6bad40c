import type {
  Clock,
  DeliveryQuery,
  DeliveryRecord,
  DeliveryStatus,
  DryRun,
  ItsmEvent,
  Ledger,
  NewEvent,
} from '../contracts.ts';
import { claimedRow, isHolder, type MemoryRow, refusal, renewedRow, settledRow } from './memory-ledger-row.ts';

export interface MemoryLedgerOptions {
  readonly clock: Pick<Clock, 'now'>;
  /** Events are appended here: hand a list in to read it. @default a list of its own */
  readonly events?: ItsmEvent[];
  /** As `events`, for the dry runs. */
  readonly dryRuns?: DryRun[];
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
  const rows = new Map<string, MemoryRow>();

  const append = (event: NewEvent): ItsmEvent => {
    const stored = { ...event, id: (events.at(-1)?.id ?? 0n) + 1n };
    events.push(stored);
    return stored;
  };

  const noteJob = ({ jobId, status }: DeliveryRecord) => {
    const ticketCreated = status === 'created' || status === 'found' || (jobs.get(jobId)?.ticketCreated ?? false);
    jobs.set(jobId, { ticketCreated, lastStatus: status });
  };

  return {
    async claim(delivery) {
      const now = clock.now();
      const before = rows.get(delivery.key);
      const refused = before && refusal(before, now);
      if (refused) return refused;
      const row = claimedRow(before, delivery, now);
      rows.set(delivery.key, row);
      const token = { key: delivery.key, token: row.token };
      return { status: 'claimed', token, attempts: row.record.attempts, ...(row.doubt && { doubt: row.doubt }) };
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

    async recordDryRun(dryRun, event) {
      dryRuns.push(dryRun);
      return append(event);
    },

    async append(event) {
      return append(event);
    },

    async deliveries(query) {
      const records = [...rows.values()].map(row => row.record).filter(record => matches(record, query));
      return records.sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
    },

    async close() {},
  };
}

function matches(record: DeliveryRecord, { jobId, key, integration, status, since }: DeliveryQuery): boolean {
  return (
    (jobId === undefined || record.jobId === jobId) &&
    (key === undefined || record.key === key) &&
    (integration === undefined || record.integration === integration) &&
    (status === undefined || record.status === status) &&
    (since === undefined || record.updatedAt >= since)
  );
}
