import type { ItsmEvent, NewEvent } from './event.ts';
import type { Doubt } from './itsm-plugin.ts';
import type { Warning } from './json.ts';
import type { Failure, LiveOutcome } from './outcome.ts';
import type { TicketRef } from './ticket.ts';

export interface Ledger {
  /** Atomic: one holder per key, for a lease. A row in `sending` whose lease has run out is in doubt, whatever the reason. */
  claim(delivery: NewDelivery): Promise<Claim>;
  /** Before each further send. False: another process holds the claim now, and nothing more may be sent. */
  renew(token: ClaimToken): Promise<boolean>;
  /** Only while `token` is the newest: outcome, event and the job's `ticket_created` in one transaction. */
  settle(token: ClaimToken, settlement: Settlement): Promise<ItsmEvent | 'superseded'>;
  /** Appends to the dry runs and the events; never touches the delivery. */
  recordDryRun(dryRun: DryRun, event: NewEvent): Promise<ItsmEvent>;
  /** An event that changes no delivery: retrying, updated, failed without a claim. */
  append(event: NewEvent): Promise<ItsmEvent>;
  /** Oldest first. */
  deliveries(query: DeliveryQuery): Promise<readonly DeliveryRecord[]>;
  close(): Promise<void>;
}

export interface DeliveryIdentity {
  readonly key: string;
  readonly jobId: string;
  readonly integration: string;
  readonly platform: string;
}

export interface NewDelivery extends DeliveryIdentity {
  readonly leaseMs: number;
}

export interface ClaimToken {
  readonly key: string;
  /** Grows with every claim of the key. */
  readonly token: bigint;
}

export type Claim =
  | { readonly status: 'claimed'; readonly token: ClaimToken; readonly attempts: number; readonly doubt?: Doubt }
  /** Another process holds it, or it is not due before `notBefore`. */
  | { readonly status: 'held' }
  | { readonly status: 'not-due'; readonly record: DeliveryRecord }
  /** Created, found or waiting for a person: nothing is to be sent. */
  | { readonly status: 'settled'; readonly record: DeliveryRecord };

export interface Settlement {
  readonly outcome: LiveOutcome;
  /** Sends so far, those of earlier claims included. */
  readonly attempts: number;
  readonly payloadHash?: string;
  readonly event: NewEvent;
}

export type DeliveryStatus = 'pending' | 'sending' | 'created' | 'found' | 'failed' | 'unknown' | 'needs_review';

export interface DeliveryRecord extends DeliveryIdentity {
  readonly status: DeliveryStatus;
  readonly ticket?: TicketRef;
  readonly twins: readonly TicketRef[];
  readonly attempts: number;
  readonly error?: Failure;
  readonly warnings: readonly Warning[];
  readonly notBefore?: Date;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface DeliveryQuery {
  readonly jobId?: string;
  readonly key?: string;
  readonly integration?: string;
  readonly status?: DeliveryStatus;
  readonly since?: Date;
}

export interface DryRun extends DeliveryIdentity {
  readonly payload: unknown;
  readonly warnings: readonly Warning[];
}
