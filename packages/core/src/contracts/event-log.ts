import type { ItsmEvent } from './event.ts';

/** The events in the order of their ids: whoever has seen one has been able to see all with a smaller id. */
export interface EventLog {
  /** At most `limit` events after `id`, oldest first. */
  since(id: bigint, limit: number): Promise<readonly ItsmEvent[]>;
  /** The newest id; 0 before the first event. */
  lastId(): Promise<bigint>;
  /** Resolves when there may be a new event, or after `ms`. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}
