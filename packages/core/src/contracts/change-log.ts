import type { Doubt } from './call.ts';
import type { ChangeRecord } from './change-record.ts';
import type { DeliveryIdentity } from './delivery-record.ts';
import type { ItsmEvent, NewEvent } from './event.ts';
import type { Failure } from './outcome.ts';
import type { TicketChange } from './ticket.ts';

/** Changes after creation, each a row with its own id: a repeat adds nothing. */
export interface ChangeLog {
  /** Atomic: one holder per change, for a lease. A holder that is gone leaves a doubt. */
  claim(change: NewChangeRow): Promise<ChangeClaim>;
  /** Before each further send. False: another process holds the claim now, and nothing more may be sent. */
  renew(token: ChangeToken, leaseMs: number): Promise<boolean>;
  /** Only while `token` is the newest. */
  settle(token: ChangeToken, settlement: ChangeSettlement): Promise<ItsmEvent | 'superseded'>;
  /** As it stands; undefined for one that nobody has claimed. */
  status(change: ChangeRowId): Promise<ChangeStatus | undefined>;
  /** The newest `limit` of the ticket of that delivery, oldest first. */
  of(key: string, limit: number): Promise<readonly ChangeRecord[]>;
}

export interface ChangeRowId {
  /** Of the ticket: that of the delivery which created it. */
  readonly key: string;
  readonly changeId: string;
}

export type ChangeStatus = 'sending' | 'applied' | 'failed' | 'unknown';

export interface NewChangeRow extends DeliveryIdentity, ChangeRowId {
  readonly kind: TicketChange['kind'];
  readonly leaseMs: number;
}

export interface ChangeToken extends ChangeRowId {
  readonly token: bigint;
}

export type ChangeClaim =
  | {
      readonly status: 'claimed';
      readonly token: ChangeToken;
      /** The ledger's own time, in which those of the doubt are. */
      readonly now: Date;
      readonly attempts: number;
      /** An earlier attempt may have reached the platform. */
      readonly doubt?: Doubt;
    }
  | { readonly status: 'held' }
  | { readonly status: 'applied' };

export interface ChangeSettlement {
  readonly status: Exclude<ChangeStatus, 'sending'>;
  /** Sends so far, those of earlier claims included. */
  readonly attempts: number;
  /** Of `unknown`. One that was there before is kept with it. */
  readonly doubt?: Doubt;
  readonly error?: Failure;
  readonly event: NewEvent;
}
