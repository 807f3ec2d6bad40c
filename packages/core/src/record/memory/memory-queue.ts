import { severities } from '../../analysis.ts';
import type { Clock, Finished, Queue, QueueDepth, QueuedDelivery, WorkLane } from '../../contracts.ts';
import { isDeadLetter } from '../is-dead-letter.ts';
import { isDiscarded } from '../is-discarded.ts';
import { isOpen } from '../is-open.ts';
import type { Bell } from './bell.ts';
import { type DeliveryRow, waitingRow } from './delivery-row.ts';

interface WakeUp {
  readonly id: string;
  readonly key: string;
  readonly startAfter: Date;
}

export interface MemoryQueue extends Queue {
  /** Makes the wake-up of a delivery that is due now. */
  wake(key: string): void;
}

/** @param rows Those of the ledger: both see the same deliveries. */
export function createMemoryQueue(rows: Map<string, DeliveryRow>, clock: Pick<Clock, 'now'>, bell: Bell): MemoryQueue {
  let waiting: readonly WakeUp[] = [];
  const taken = new Set<string>();
  let count = 0;

  const inLane = ({ environment, integration, approvedOnly = false }: WorkLane) => {
    const now = clock.now();
    const own = [...rows.values()].filter(
      ({ record, approved }) =>
        record.environment === environment &&
        record.integration === integration &&
        (!approvedOnly || approved !== undefined),
    );
    return { now, own };
  };
  const wake = (key: string, startAfter: Date) => {
    const before = waiting.find(one => one.key === key);
    if (before && before.startAfter <= startAfter) return false;
    count += before ? 0 : 1;
    const wakeUp = { id: before?.id ?? `${count}`, key, startAfter };
    waiting = before ? waiting.map(one => (one === before ? wakeUp : one)) : [...waiting, wakeUp];
    return true;
  };
  const putAway = (done: readonly Finished[]) => {
    for (const { key, again } of done) {
      taken.delete(key);
      if (again) wake(key, again);
    }
  };
  const urgency = ({ key }: WakeUp) => severities.indexOf(rows.get(key)?.record.severity ?? 'low');

  return {
    wake(key) {
      wake(key, clock.now());
      bell.ring();
    },
    async enqueue(deliveries) {
      const now = clock.now();
      const records = deliveries.map(delivery => {
        const before = rows.get(delivery.key);
        const renew = before === undefined || (before.record.status === 'failed' && !isDiscarded(before.record));
        const row = renew ? newlyWaiting(before, delivery, now) : asUrgentNow(before, delivery);
        rows.set(delivery.key, row);
        if (isOpen(row.record)) wake(delivery.key, row.record.notBefore ?? now);
        return row.record;
      });
      bell.ring();
      return records;
    },
    async take(lane, { limit, done }) {
      putAway(done);
      const { now, own } = inLane(lane);
      const keys = new Set(own.map(({ record }) => record.key));
      const due = waiting.filter(one => keys.has(one.key) && one.startAfter <= now);
      const chosen = due.toSorted((a, b) => urgency(a) - urgency(b)).slice(0, limit);
      waiting = waiting.filter(one => !chosen.includes(one));
      return chosen.map(({ id, key }) => {
        taken.add(key);
        const row = rows.get(key);
        const trace = row?.traceParent === undefined ? {} : { traceParent: row.traceParent };
        const handedIn = { analysis: row?.analysis, approved: row?.approved ?? 'none' } as const;
        return { id, key, jobId: row?.record.jobId ?? '', ...handedIn, ...trace };
      });
    },
    async finish(_lane, done) {
      putAway(done);
    },
    async sweep(lane) {
      const { now, own } = inLane(lane);
      const due = own.filter(row => isDue(row, now) && !taken.has(row.record.key));
      const made = due.filter(({ record }) => wake(record.key, now));
      const ended = own.filter(row => row.approved !== undefined && hasEnded(row)).map(({ record }) => record.key);
      waiting = waiting.filter(({ key }) => !ended.includes(key));
      if (made.length > 0) bell.ring();
      return made.length;
    },
    wait: (_lane, ms, signal) => bell.wait(ms, signal),
    async depth(lane) {
      const { now, own } = inLane(lane);
      return depthOf(own, now);
    },
  };
}

function isDue({ record, leaseUntil }: DeliveryRow, now: Date): boolean {
  if (record.status === 'sending') return leaseUntil <= now;
  return isOpen(record) && (record.notBefore === undefined || record.notBefore <= now);
}

function depthOf(rows: readonly DeliveryRow[], now: Date): QueueDepth {
  const count = (status: string) => rows.filter(({ record }) => record.status === status).length;
  const unsettled = rows.filter(({ record }) => isOpen(record) || record.status === 'sending');
  const oldest = Math.min(...unsettled.map(({ record }) => record.createdAt.getTime()), now.getTime());
  return {
    pending: count('pending'),
    sending: count('sending'),
    unknown: count('unknown'),
    needsReview: count('needs_review'),
    failed: rows.filter(({ record }) => isDeadLetter(record)).length,
    oldestPendingMs: now.getTime() - oldest,
  };
}

const hasEnded = ({ record }: DeliveryRow): boolean => !isOpen(record) && record.status !== 'sending';

/** What failed before begins anew, in the trace of whoever hands it in now. */
const newlyWaiting = (before: DeliveryRow | undefined, delivery: QueuedDelivery, now: Date): DeliveryRow => ({
  ...waitingRow(before, delivery, undefined, now),
  traceParent: delivery.traceParent,
  approved: undefined,
});

/** What nobody has sent yet is sent as it was handed in last, and not as a dry run has shown before. */
function asUrgentNow(row: DeliveryRow, { severity, title, analysis }: QueuedDelivery): DeliveryRow {
  if (row.record.status !== 'pending') return row;
  const asked = { severity, ...(title === undefined ? {} : { title }) };
  return { ...row, analysis, approved: undefined, record: { ...row.record, ...asked } };
}
