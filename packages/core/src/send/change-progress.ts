import type {
  Call,
  DeliveryPolicy,
  Doubt,
  Failure,
  ItsmAdapter,
  TicketChange,
  TicketRef,
  Warning,
} from '../contracts.ts';
import type { HeldLease } from './hold-lease.ts';

export interface ChangeSending {
  readonly adapter: ItsmAdapter;
  readonly ticket: TicketRef;
  readonly change: TicketChange;
  readonly policy: DeliveryPolicy;
  readonly call: Call;
  /** From an earlier attempt that may have reached the ticket. */
  readonly doubt?: Doubt;
  readonly lease: HeldLease;
}

export type ChangeOutcome =
  | { readonly kind: 'updated'; readonly warnings: readonly Warning[] }
  | { readonly kind: 'failed'; readonly error: Failure; readonly warnings: readonly Warning[] }
  | {
      readonly kind: 'unknown';
      readonly error: Failure;
      readonly warnings: readonly Warning[];
      readonly doubt: Doubt;
      /** No later look will tell. */
      readonly needsPerson: boolean;
    };

export type ChangeSent =
  | { readonly kind: 'done'; readonly outcome: ChangeOutcome; readonly sends: number }
  | { readonly kind: 'superseded' };

/** What is known of one change between two turns. */
export interface ChangeProgress {
  readonly sends: number;
  readonly doubt?: Doubt;
  readonly error: Failure;
  /** Asked for by the platform in the turn before; each wait is served once. */
  readonly retryAfterMs?: number;
}

export type ChangeAgain = { readonly kind: 'again'; readonly progress: ChangeProgress; readonly sent: boolean };
