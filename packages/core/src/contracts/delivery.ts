import type { DeliveryIdentity } from './delivery-record.ts';
import type { DeliveryStatus } from './delivery-status.ts';
import type { Warning } from './json.ts';
import type { Failure } from './outcome.ts';
import type { TicketChange, TicketRef } from './ticket.ts';

/** What became of one analysis at one integration, as the caller is told. */
export interface Delivery extends DeliveryIdentity {
  readonly status: DeliveryStatus | 'dry_run' | 'skipped';
  /** A ticket exists, or a dry run went through. */
  readonly success: boolean;
  /** The ticket was there before this call. */
  readonly existing: boolean;
  readonly ticket?: TicketRef;
  /** Of a dry run: what would have been sent. */
  readonly payload?: unknown;
  /** Sends in all, those of earlier calls included. */
  readonly attempts: number;
  readonly durationMs: number;
  readonly dryRun: boolean;
  readonly error?: Failure;
  readonly notBefore?: Date;
  readonly warnings: readonly Warning[];
}

/** What became of one later change at one integration. */
export interface ChangeDelivery extends DeliveryIdentity {
  readonly kind: TicketChange['kind'];
  /** The caller's, with its kind; of a note without one, made of its text. */
  readonly changeId: string;
  /** `sending`: another process is at it. */
  readonly status: 'updated' | 'dry_run' | 'failed' | 'unknown' | 'sending';
  readonly success: boolean;
  /** It was on the ticket before this call. */
  readonly existing: boolean;
  readonly ticket: TicketRef;
  readonly durationMs: number;
  readonly dryRun: boolean;
  readonly error?: Failure;
  readonly warnings: readonly Warning[];
}
