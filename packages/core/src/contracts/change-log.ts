import type { ItsmEvent, NewEvent } from './event.ts';
import type { DeliveryIdentity } from './ledger.ts';
import type { Failure } from './outcome.ts';
import type { TicketChange } from './ticket.ts';

/** Changes after creation, each a row with its own id: a repeat adds nothing. */
export interface ChangeLog {
  claim(change: NewChangeRow): Promise<ChangeClaim>;
  /** Only while `token` is the newest. */
  settle(token: ChangeToken, settlement: ChangeSettlement): Promise<ItsmEvent | 'superseded'>;
}

export interface NewChangeRow extends DeliveryIdentity {
  readonly changeId: string;
  readonly kind: TicketChange['kind'];
  readonly leaseMs: number;
}

export interface ChangeToken {
  readonly key: string;
  readonly changeId: string;
  readonly token: bigint;
}

export type ChangeClaim =
  /** `doubtful`: an earlier attempt may have reached the platform. */
  | { readonly status: 'claimed'; readonly token: ChangeToken; readonly attempts: number; readonly doubtful: boolean }
  | { readonly status: 'held' }
  | { readonly status: 'applied' };

export interface ChangeSettlement {
  readonly status: 'applied' | 'failed' | 'unknown';
  readonly attempts: number;
  readonly error?: Failure;
  readonly event: NewEvent;
}
