import type {
  Delivery,
  DeliveryRecord,
  DeliveryStatus,
  DryRun,
  Failure,
  ItsmEvent,
  LaneReport,
  RequestPreview,
  Severity,
  TicketChange,
} from '@itsm-bridge/core';

/** What the console asks of `Itsm`, and nothing else. */
export interface Desk {
  search(query: DeliverySearch): Promise<DeliveryPage>;
  delivery(key: string): Promise<DeliveryDetail>;
  replay(query: { readonly key: string }, options: { readonly by: string }): AsyncIterable<Delivery>;
  approve(key: string, options: { readonly by: string }): Promise<Delivery>;
  reject(key: string, options: { readonly by: string; readonly reason?: string }): Promise<DeliveryRecord>;
  link(key: string, options: { readonly by: string; readonly ticket: string }): Promise<DeliveryRecord>;
  rehearsals(query: {
    readonly limit: number;
    readonly after?: string;
    readonly integration?: string;
  }): Promise<{ readonly records: readonly DryRunRecord[]; readonly next?: string }>;
  rehearsal(id: bigint): Promise<DryRunRecord>;
  approveRehearsal(id: bigint, options: { readonly by: string }): Promise<Approval>;
  rejectRehearsal(id: bigint, options: { readonly by: string; readonly reason?: string }): Promise<DryRunRecord>;
  lanes(): Promise<readonly LaneReport[]>;
  activity(): Promise<readonly LaneActivity[]>;
  pause(integration: string, by: string): Promise<void>;
  resume(integration: string, by: string): Promise<void>;
  audit(query: {
    readonly limit: number;
    readonly after?: string;
    readonly key?: string;
  }): Promise<{ readonly entries: readonly AuditEntry[]; readonly next?: string }>;
}

export interface DeliverySearch {
  readonly text?: string;
  readonly statuses?: readonly DeliveryStatus[];
  readonly integrations?: readonly string[];
  readonly severities?: readonly Severity[];
  readonly since?: Date;
  readonly limit: number;
  readonly after?: string;
}

export interface DeliveryPage {
  readonly records: readonly ListedDelivery[];
  readonly next?: string;
}

export type ListedDelivery = DeliveryRecord & { readonly title?: string };

export interface DeliveryDetail {
  readonly record: ListedDelivery;
  readonly analysis?: unknown;
  readonly sent?: { readonly payload: unknown; readonly at: Date; readonly request?: RequestPreview };
  readonly events: readonly StoryEvent[];
  readonly changes: readonly ChangeRecord[];
  readonly dryRuns: readonly DryRunRecord[];
  readonly audit: readonly AuditEntry[];
}

export type StoryEvent = ItsmEvent & {
  readonly notBefore?: Date;
  readonly looked?: 'found' | 'absent' | 'inconclusive';
};

export interface ChangeRecord {
  readonly changeId: string;
  readonly kind: TicketChange['kind'];
  readonly status: 'sending' | 'applied' | 'failed' | 'unknown';
  readonly attempts: number;
  readonly error?: Failure;
  readonly createdAt: Date;
  readonly updatedAt: Date;
}

export interface DryRunRecord extends DryRun {
  readonly id: bigint;
  readonly environment: string;
  readonly severity: Severity;
  readonly title?: string;
  readonly at: Date;
  readonly analysis?: unknown;
  readonly unresolved: readonly string[];
  readonly decision?: Decision;
}

export interface Decision {
  readonly kind: 'approved' | 'rejected';
  readonly by: string;
  readonly at: Date;
  readonly reason?: string;
}

export type Approval =
  | { readonly kind: 'delivered'; readonly delivery: Delivery }
  | { readonly kind: 'changed'; readonly shown: DryRunRecord; readonly now: DryRunRecord }
  | { readonly kind: 'decided'; readonly decision: Decision; readonly record?: DeliveryRecord };

export interface AuditEntry {
  readonly id: bigint;
  readonly at: Date;
  readonly by: string;
  readonly action: string;
  readonly key?: string;
  readonly integration?: string;
  readonly detail?: string;
}

export interface LaneActivity {
  readonly integration: string;
  readonly minutes: readonly {
    readonly at: Date;
    readonly created: number;
    readonly failed: number;
    readonly retried: number;
  }[];
}
