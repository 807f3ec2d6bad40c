/** Takes customers' texts out of the ledger, a small batch at a time, beside whoever works. */
export interface Retention {
  /**
   * At most `limit` of each kind, the oldest first. All zeros when nothing is left. What is still to be sent keeps its
   * analysis, whatever its age; what proves that there was a ticket stays for good: key, job, status, ticket, hash.
   */
  prune(old: OldTexts, limit: number): Promise<Pruned>;
  /** What `prune` would take out in all; nothing is changed. */
  count(old: OldTexts): Promise<Pruned>;
}

export interface OldTexts {
  /** Rows of another environment in the same ledger stay. */
  readonly environment: string;
  /** What happened last with a row, longer ago than that by the ledger's clock. */
  readonly keepMs: number;
}

export interface Pruned {
  /** Ended ones: without analysis, title, payload and warnings, and with an error of its kind and status alone. */
  readonly deliveries: number;
  /** As the deliveries: without the text of their error. */
  readonly changes: number;
  /** Gone, payload and all; not those that are approved and may still be sent. */
  readonly dryRuns: number;
  /** Gone; the ids of later ones go on growing. */
  readonly events: number;
  /** Audit rows without their detail. */
  readonly audit: number;
}
