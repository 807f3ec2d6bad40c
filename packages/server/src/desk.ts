import type {
  Delivery,
  DeliveryDetail,
  DeliveryPage,
  DeliveryRecord,
  DeliverySearch,
  Itsm,
  Severity,
  Warning,
} from '@itsm-bridge/core';

/** What the server needs of an `Itsm`. */
export interface Desk extends Pick<Itsm, 'deliveries' | 'approve' | 'reject' | 'lanes'> {
  search(query: Omit<DeliverySearch, 'environment'>): Promise<DeliveryPage>;
  delivery(key: string): Promise<DeskDetail>;
  replay(
    query: { readonly key: string },
    options: { readonly by: string; readonly signal?: AbortSignal },
  ): AsyncIterable<Delivery>;
  pause(integration: string, by: string): Promise<void>;
  resume(integration: string, by: string): Promise<void>;
  link(key: string, options: { readonly ticket: string; readonly by: string }): Promise<DeliveryRecord>;
  rehearsals(query: RehearsalQuery): Promise<{ readonly records: readonly DryRunRecord[]; readonly next?: string }>;
  rehearsal(id: bigint): Promise<DryRunRecord>;
  approveRehearsal(id: bigint, options: { readonly by: string }): Promise<Approval>;
  rejectRehearsal(id: bigint, options: { readonly by: string; readonly reason?: string }): Promise<DryRunRecord>;
  audit(query: AuditQuery): Promise<{ readonly entries: readonly AuditEntry[]; readonly next?: string }>;
}

interface RehearsalQuery {
  readonly limit: number;
  readonly after?: string;
  readonly integration?: string;
}

interface AuditQuery {
  readonly limit: number;
  readonly after?: string;
  readonly key?: string;
}

export interface DeskDetail extends DeliveryDetail {
  readonly dryRuns: readonly DryRunRecord[];
  readonly audit: readonly AuditEntry[];
}

export interface DryRunRecord {
  readonly id: bigint;
  readonly key: string;
  readonly jobId: string;
  readonly integration: string;
  readonly platform: string;
  readonly severity: Severity;
  readonly title?: string;
  readonly at: Date;
  readonly payload: unknown;
  readonly warnings: readonly Warning[];
  /** Fields whose names are not looked up yet. */
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
