import type { DeliveryIdentity } from './delivery-record.ts';
import type { Warning } from './json.ts';
import type { Failure } from './outcome.ts';
import type { TicketRef } from './ticket.ts';

export interface EventSink {
  /** Fire and forget: must not throw and must not hold up delivery. Durable events are rows that the ledger writes. */
  emit(event: ItsmEvent): void;
  close?(): Promise<void>;
}

export type EventType =
  | 'ticket-created'
  | 'ticket-found'
  | 'ticket-twins'
  | 'ticket-updated'
  | 'ticket-update-failed'
  | 'ticket-retrying'
  | 'ticket-failed'
  | 'ticket-unknown'
  | 'ticket-needs-review'
  | 'ticket-dry-run';

/** What a look-up that came before an outcome told: `inconclusive`, nothing to be seen, and that proves nothing yet. */
export type Looked = 'found' | 'absent' | 'inconclusive';

export interface NewEvent extends DeliveryIdentity {
  readonly type: EventType;
  /** Absent in events of older versions. */
  readonly environment?: string;
  readonly at: Date;
  readonly dryRun: boolean;
  readonly attempt: number;
  readonly durationMs: number;
  /** When a delivery that waits goes on. */
  readonly notBefore?: Date;
  /** Absent where nobody looked, or a look-up failed. */
  readonly looked?: Looked;
  readonly ticket?: TicketRef;
  readonly error?: Failure;
  readonly payload?: unknown;
  readonly warnings: readonly Warning[];
}

export interface ItsmEvent extends NewEvent {
  /** Grows; also the SSE id. */
  readonly id: bigint;
}
