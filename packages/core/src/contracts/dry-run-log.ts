import type { Severity } from '../analysis.ts';
import type { DeliveryRecord, DryRun } from './delivery-record.ts';
import type { ItsmEvent, NewEvent } from './event.ts';
import type { QueuedDelivery } from './ledger.ts';

/** What dry runs have shown, and what people decided of it. */
export interface DryRunLog {
  /** Appends to the dry runs and the events; never touches the delivery. */
  record(dryRun: NewDryRun, event: NewEvent): Promise<RecordedDryRun>;
  /**
   * What waits for a decision, newest first: the newest dry run of each key, unless it is decided or its delivery has a
   * ticket. Without the analyses.
   */
  waiting(query: DryRunQuery): Promise<DryRunPage>;
  /** How many of them wait, among the newest `among` that nobody has decided: what is read has a bound. */
  countWaiting(environment: string, among: number): Promise<number>;
  /** With its analysis. */
  get(id: bigint): Promise<DryRunRecord | undefined>;
  /** Newest first, without the analyses. */
  of(key: string, limit: number): Promise<readonly DryRunRecord[]>;
  /**
   * Atomic: one decides, everybody else learns who was first. The decision, the delivery that an approval puts on record
   * with its wake-up, and the audit row are one transaction.
   */
  decide(id: bigint, decision: NewDecision): Promise<Decided>;
}

export interface NewDryRun extends DryRun {
  /** `$settings.environment` */
  readonly environment: string;
  readonly severity: Severity;
  /** Of the job. */
  readonly title?: string;
  /** Kept, so that it can be delivered once it is approved; goes with retention. */
  readonly analysis?: unknown;
  /** Fields whose names are not looked up yet. */
  readonly unresolved: readonly string[];
  /** W3C `traceparent`: the delivery goes on in its trace, which may stand in the payload. */
  readonly traceParent?: string;
}

export interface DryRunRecord extends NewDryRun {
  readonly id: bigint;
  readonly at: Date;
  /** Absent while it waits, or is superseded by a newer one. */
  readonly decision?: Decision;
}

export interface RecordedDryRun {
  readonly record: DryRunRecord;
  readonly event: ItsmEvent;
}

export interface Decision {
  readonly kind: 'approved' | 'rejected';
  readonly by: string;
  /** By the ledger's clock. */
  readonly at: Date;
  readonly reason?: string;
}

export type NewDecision =
  /** The delivery is pending from now on, to be sent as that dry run has shown. */
  | { readonly kind: 'approved'; readonly by: string; readonly delivery: QueuedDelivery }
  | { readonly kind: 'rejected'; readonly by: string; readonly reason?: string };

export type Decided =
  | { readonly kind: 'decided'; readonly record: DryRunRecord; readonly delivery?: DeliveryRecord }
  /** Somebody was first. */
  | { readonly kind: 'late'; readonly decision: Decision }
  /** Nothing is decided: the delivery has its ticket, or is being sent. */
  | { readonly kind: 'taken'; readonly delivery: DeliveryRecord }
  | { readonly kind: 'absent' };

export interface DryRunQuery {
  readonly environment: string;
  readonly integration?: string;
  readonly key?: string;
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface DryRunPage {
  readonly records: readonly DryRunRecord[];
  /** Absent on the last page. */
  readonly next?: string;
}
