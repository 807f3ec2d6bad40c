import type { Severity } from '../analysis.ts';
import type { AuditLog } from './audit-log.ts';
import type { Doubt } from './call.ts';
import type { ChangeLog } from './change-log.ts';
import type { DeliveryIdentity, DeliveryQuery, DeliveryRecord } from './delivery-record.ts';
import type { DeliveryPage, DeliverySearch } from './delivery-search.ts';
import type { DryRunLog } from './dry-run-log.ts';
import type { DueDeliveries } from './due-deliveries.ts';
import type { ItsmEvent, NewEvent } from './event.ts';
import type { EventLog } from './event-log.ts';
import type { LaneId, Lanes } from './lanes.ts';
import type { LiveOutcome } from './outcome.ts';
import type { Queue } from './queue.ts';
import type { Retention } from './retention.ts';
import type { SentPayload } from './sent-payload.ts';
import type { TwinWatch } from './twin-watch.ts';

export interface Ledger {
  /**
   * Atomic: one holder per key, for a lease. A row in `sending` whose lease has run out is in doubt, whatever the reason.
   * A lane that is closed gives no claims: the row waits, and says why.
   */
  claim(delivery: NewDelivery): Promise<Claim>;
  /** Before each further send. False: another process holds the claim now, and nothing more may be sent. */
  renew(token: ClaimToken): Promise<boolean>;
  /**
   * Only while `token` is the newest; a doubt in the ledger's own time: outcome, event and the job's `ticket_created`
   * in one transaction.
   */
  settle(token: ClaimToken, settlement: Settlement): Promise<ItsmEvent | 'superseded'>;
  /** An event that changes no delivery: retrying, updated, failed without a claim. */
  append(event: NewEvent): Promise<ItsmEvent>;
  /** Oldest first. */
  deliveries(query: DeliveryQuery): Promise<readonly DeliveryRecord[]>;
  /** @throws ItsmError kind `input`: `after` is not `next` of a page. */
  search(query: DeliverySearch): Promise<DeliveryPage>;
  /** In one read: an analysis is sent with the approval that it came with, or with none. */
  handedIn(key: string): Promise<HandedIn>;
  /** What was sent last; undefined before a send, and when it is kept no more. */
  sent(key: string): Promise<SentPayload | undefined>;
  readonly queue: Queue;
  readonly lanes: Lanes;
  readonly changes: ChangeLog;
  readonly dryRuns: DryRunLog;
  readonly audit: AuditLog;
  readonly twins: TwinWatch;
  /**
   * Those whose ticket may lack a change that belongs to it: whoever was to make it has ended, or the platform was away.
   */
  readonly followUps: DueDeliveries;
  readonly eventLog: EventLog;
  readonly retention: Retention;
  /**
   * The ledger was restored from a backup of that time: what was sent since then is not on record. For `forMs` from now
   * on, each claim of a delivery or a change comes with a doubt that begins with the backup, so that a look comes first.
   * Again: the last call counts; 0 ends it.
   */
  restored(backupAt: Date, forMs: number): Promise<void>;
  close(): Promise<void>;
}

/** A delivery as it is put on record, before anything is sent. */
export interface QueuedDelivery extends DeliveryIdentity, LaneId {
  readonly severity: Severity;
  /** Of the job. Without it the one on record stays, as with `analysis`. */
  readonly title?: string;
  /** Names the recurring problem. */
  readonly fingerprint?: string;
  /** W3C `traceparent` of whoever hands it in: kept until it fails and is handed in again, so that retries stay in one trace. */
  readonly traceParent?: string;
  /** Kept, so that a worker or a replay can send it. Without it the one on record stays. */
  readonly analysis?: unknown;
}

/**
 * Who asks. `schedule`, a worker, takes what is due. `request`, a call with the analysis, also takes what failed, and looks
 * after an unknown outcome at once. `person`, a replay, takes all that has no ticket, due or not.
 */
export type AskedBy = 'schedule' | 'request' | 'person';

export interface NewDelivery extends QueuedDelivery {
  readonly leaseMs: number;
  readonly askedBy: AskedBy;
  /** It is to be settled without a send: a closed lane gives the claim as well. @default false */
  readonly sendsNothing?: boolean;
  /** Only a row whose dry run somebody has approved gives a claim. @default false */
  readonly approvedOnly?: boolean;
  /**
   * Only while the row is that of this approval, or of none: another one has another analysis and another payload.
   * @default whatever the row says
   */
  readonly approved?: ApprovedBy;
}

/** The dry run whose approval a delivery goes with. */
export type ApprovedBy = bigint | 'none';

export interface HandedIn {
  /** Undefined when it is kept no more, or was never on record. */
  readonly analysis: unknown;
  readonly approved: ApprovedBy;
}

export interface ClaimToken {
  readonly key: string;
  /** Grows with every claim of the key. */
  readonly token: bigint;
}

export type Claim =
  | {
      readonly status: 'claimed';
      readonly token: ClaimToken;
      /** The ledger's own time, in which those of the doubt are. */
      readonly now: Date;
      readonly attempts: number;
      /** How often the quick retries were used up; 0 again when a request or a person asks. */
      readonly rounds: number;
      readonly doubt?: Doubt;
      /** The doubt is only that of a backup: no send of this delivery is on record. @default false */
      readonly restored?: boolean;
      /** The dry run that was approved: what it has shown is sent, and nothing else. */
      readonly approved?: bigint;
    }
  /** Another process holds it. */
  | { readonly status: 'held' }
  /** It is not due before `notBefore`. */
  | { readonly status: 'not-due'; readonly record: DeliveryRecord }
  /** Its lane is paused, or the breaker is open. */
  | { readonly status: 'closed'; readonly record: DeliveryRecord }
  /** Created, found, waiting for a person, or failed and asked for by schedule: nothing is to be sent. */
  | { readonly status: 'settled'; readonly record: DeliveryRecord };

export interface Settlement {
  readonly outcome: LiveOutcome;
  /** Sends so far, those of earlier claims included. */
  readonly attempts: number;
  readonly rounds: number;
  /** Where something was sent. Without it the one on record stays. A ledger that forgets texts keeps a hash of the payload. */
  readonly sent?: SentPayload;
  /** When to look once more for a second ticket: after a doubt. */
  readonly twinsDue?: Date;
  /** When a worker makes the changes that belong to the ticket, unless they are cleared before. */
  readonly followUpsDue?: Date;
  readonly event: NewEvent;
}
