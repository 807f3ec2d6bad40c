import type { DeliveryRecord } from './delivery-record.ts';
import type { LaneId } from './lanes.ts';
import type { HandedIn, QueuedDelivery } from './ledger.ts';

/**
 * Wake-ups for deliveries. A wake-up holds the key and nothing else: the ledger's row decides what happens, so that one
 * that is lost, early or doubled does no harm.
 */
export interface Queue {
  /**
   * Row and wake-up in one transaction. A row that failed is pending again; every other one stays as it is.
   * @param transaction the caller's own, so that both become visible with its commit; a kind that the ledger knows.
   */
  enqueue(deliveries: readonly QueuedDelivery[], transaction?: unknown): Promise<readonly DeliveryRecord[]>;
  /** Wake-ups that are due, the most urgent severity first, then in the order in which they came. */
  take(lane: WorkLane, batch: TakenBatch): Promise<readonly Taken[]>;
  /** They have done their work. `again`: when their delivery is due next. */
  finish(lane: WorkLane, done: readonly Finished[]): Promise<void>;
  /**
   * Makes the missing wake-ups: of rows that are due, and of claims whose lease has run out. One that would come too late,
   * because what the row waited for is over early, comes now. @returns how many
   */
  sweep(lane: WorkLane): Promise<number>;
  /** Resolves when the lane may have work, or after `ms`. Spurious wake-ups are allowed, lost ones cost `ms`. */
  wait(lane: WorkLane, ms: number, signal: AbortSignal): Promise<void>;
  depth(lane: LaneId): Promise<QueueDepth>;
}

/** What a worker takes up of a lane. */
export interface WorkLane extends LaneId {
  /** Of an integration in dry run: only deliveries whose dry run somebody has approved. @default all */
  readonly approvedOnly?: boolean;
}

/** One object, which whoever wraps a queue hands on as it is. */
export interface TakenBatch {
  /** So many are taken, at the most. */
  readonly limit: number;
  /** These have done their work, as for `finish`, and are put away in the same round trip. */
  readonly done: readonly Finished[];
}

export interface Taken extends HandedIn {
  /** Of the wake-up. */
  readonly id: string;
  readonly key: string;
  readonly jobId: string;
  /** As it was enqueued. */
  readonly traceParent?: string;
}

export interface Finished extends Pick<Taken, 'id' | 'key'> {
  readonly again?: Date;
}

export interface QueueDepth {
  readonly pending: number;
  readonly sending: number;
  readonly unknown: number;
  readonly needsReview: number;
  /** Dead letters: not those that a person has rejected, nor those that wait for another approval. */
  readonly failed: number;
  /** Age of the oldest row that has neither a ticket nor an end; 0 without one. */
  readonly oldestPendingMs: number;
}
