import type { DueDeliveries } from './due-deliveries.ts';
import type { ItsmEvent, NewEvent } from './event.ts';
import type { TicketRef } from './ticket.ts';

/**
 * Deliveries that got their ticket after a doubt, due for one last look: a request that was given up may have made another
 * one, hours later.
 */
export interface TwinWatch extends DueDeliveries {
  /**
   * The others are on record, their event is written and it is not looked for again, in one transaction.
   * `superseded`: another look was faster.
   */
  record(key: string, twins: readonly TicketRef[], event: NewEvent): Promise<ItsmEvent | 'superseded'>;
}
