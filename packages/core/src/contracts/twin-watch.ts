import type { ItsmEvent, NewEvent } from './event.ts';
import type { LaneId } from './lanes.ts';
import type { DeliveryRecord } from './ledger.ts';
import type { TicketRef } from './ticket.ts';

/** Deliveries that got their ticket after a doubt: a request that was given up may have made another one, hours later. */
export interface TwinWatch {
  /**
   * Those whose last look is due, the longest waiting first; each goes to one of many that ask. They are due again after
   * `againMs` unless the look is recorded or cleared, so that one that fails comes back by itself.
   */
  take(lane: LaneId, batch: { readonly limit: number; readonly againMs: number }): Promise<readonly DeliveryRecord[]>;
  /** There is no other ticket: it is not looked for again. */
  clear(key: string): Promise<void>;
  /**
   * The others are on record, their event is written and it is not looked for again, in one transaction.
   * `superseded`: another look was faster.
   */
  record(key: string, twins: readonly TicketRef[], event: NewEvent): Promise<ItsmEvent | 'superseded'>;
}
