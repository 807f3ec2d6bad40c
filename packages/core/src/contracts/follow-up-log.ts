import type { LaneId } from './lanes.ts';
import type { DeliveryRecord } from './ledger.ts';

/**
 * Deliveries whose ticket may lack a change that belongs to it: whoever was to make it has ended, or the platform was
 * away.
 */
export interface FollowUpLog {
  /**
   * Those that are due, the longest waiting first; each goes to one of many that ask. They are due again after `againMs`
   * unless they are cleared, so that one that fails comes back by itself.
   */
  take(lane: LaneId, batch: { readonly limit: number; readonly againMs: number }): Promise<readonly DeliveryRecord[]>;
  /** Nothing is left to be done for this ticket. */
  clear(key: string): Promise<void>;
}
