import type { ItsmEvent } from './event.ts';
import type { RecentActivity } from './lane-activity.ts';

/** The events in the order of their ids: whoever has seen one has been able to see all with a smaller id. */
export interface EventLog {
  /** At most `limit` events after `id`, oldest first, of every environment. */
  since(id: bigint, limit: number): Promise<readonly ItsmEvent[]>;
  /** At most `limit` events after `id` that are asked for, oldest first, after a look at no more than a bounded number. */
  page(id: bigint, limit: number, scope: EventScope): Promise<EventPage>;
  /** The newest `limit` events of a delivery, oldest first. */
  of(key: string, limit: number): Promise<readonly ItsmEvent[]>;
  /** The newest id; 0 before the first event. */
  lastId(): Promise<bigint>;
  /** Resolves when there may be a new event, or after `ms`. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
  /** Of the last sixty minutes, the one that is still going on among them. */
  activity(environment: string): Promise<RecentActivity>;
}

export interface EventScope {
  /**
   * Environments share a ledger. One of an older version that belongs to no delivery, as a dry run, comes as well and says
   * no environment: its key tells whose it is.
   */
  readonly environment: string;
  readonly jobId?: string;
  readonly integration?: string;
}

export interface EventPage {
  readonly events: readonly ItsmEvent[];
  /** Up to there nothing more is to be had: the next page begins after it. The id asked with, where nothing came after it. */
  readonly last: bigint;
}

/** The events of one environment. */
export interface ScopedEventLog extends Pick<EventLog, 'lastId' | 'wait'> {
  /** As `EventLog.page`. */
  page(after: bigint, limit: number): Promise<EventPage>;
}
