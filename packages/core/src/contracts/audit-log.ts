/** Who did what, for good: what a person typed goes with the other texts, the rest stays. */
export interface AuditLog {
  /** Its time is the ledger's. */
  append(entry: NewAuditEntry): Promise<AuditEntry>;
  /** Newest first. */
  page(query: AuditQuery): Promise<AuditPage>;
}

export interface NewAuditEntry {
  /** `$settings.environment` */
  readonly environment: string;
  /** Who did it, as they signed in or as the host names them. */
  readonly by: string;
  /** `approve`, `reject`, `replay`, `pause`, `sign-in-refused`: a word or two with `-` between them. */
  readonly action: string;
  /** Of the delivery. */
  readonly key?: string;
  readonly integration?: string;
  /** The reason that was given, the ticket that was named, why it failed. */
  readonly detail?: string;
}

export interface AuditEntry extends Omit<NewAuditEntry, 'environment'> {
  readonly id: bigint;
  readonly at: Date;
}

export interface AuditQuery {
  readonly environment: string;
  readonly key?: string;
  readonly limit: number;
  /** `next` of the page before. */
  readonly after?: string;
}

export interface AuditPage {
  readonly entries: readonly AuditEntry[];
  /** Absent on the last page. */
  readonly next?: string;
}
