import type { Clock, Ledger, OldTexts, Pruned } from '../contracts.ts';

export interface PruneAll {
  readonly ledger: Pick<Ledger, 'retention'>;
  readonly clock: Pick<Clock, 'sleep'>;
  readonly old: OldTexts;
  /** Ends it between two batches; what is left is for the next time. */
  readonly signal: AbortSignal;
  onProgress?(soFar: Pruned): void;
}

/** Rows of each kind: their locks are held for a few milliseconds. */
const batch = 500;
/** Deliveries come first: between two batches the database is theirs. */
const restMs = 50;

/** Batch by batch until nothing is left. @throws ItsmError kind `ledger` */
export async function pruneAll({ ledger, clock, old, signal, onProgress }: PruneAll): Promise<Pruned> {
  let all: Pruned = { deliveries: 0, changes: 0, dryRuns: 0, events: 0, audit: 0 };
  while (!signal.aborted) {
    const more = await ledger.retention.prune(old, batch);
    all = {
      deliveries: all.deliveries + more.deliveries,
      changes: all.changes + more.changes,
      dryRuns: all.dryRuns + more.dryRuns,
      events: all.events + more.events,
      audit: all.audit + more.audit,
    };
    onProgress?.(all);
    const { deliveries, changes, dryRuns, events, audit } = more;
    if (Math.max(deliveries, changes, dryRuns, events, audit) < batch) break;
    await clock.sleep(restMs, signal).catch(() => {});
  }
  return all;
}
