import type { DeliveryRecord } from './delivery-record.ts';
import type { WorkLane } from './queue.ts';

/** Settled deliveries of which something is left to be done, at a time of its own. */
export interface DueDeliveries {
  /**
   * Those that are due, the longest waiting first; each goes to one of many that ask. They are due again after `againMs`
   * unless they are cleared, so that one that fails comes back by itself.
   */
  take(lane: WorkLane, batch: { readonly limit: number; readonly againMs: number }): Promise<readonly DeliveryRecord[]>;
  /** Nothing is left to be done. */
  clear(key: string): Promise<void>;
}
