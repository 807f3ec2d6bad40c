import type { ChangeStatus } from './change-log.ts';
import type { Failure } from './outcome.ts';
import type { TicketChange } from './ticket.ts';

/** One later change of a ticket, as it stands. */
export interface ChangeRecord {
  readonly changeId: string;
  readonly kind: TicketChange['kind'];
  readonly status: ChangeStatus;
  readonly attempts: number;
  readonly error?: Failure;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}
