import { type PruneAll, pruneAll } from './prune-all.ts';

const hourMs = 3_600_000;

export interface PruneEachHour extends Omit<PruneAll, 'old' | 'onProgress'> {
  /** @default texts are kept for good */
  readonly old: PruneAll['old'] | undefined;
  onProblem(error: unknown): void;
}

/** At once, and again after each hour until the signal, beside the deliveries. Never throws: what fails waits an hour. */
export async function pruneEachHour({ old, onProblem, ...deps }: PruneEachHour): Promise<void> {
  const { clock, signal } = deps;
  const ended = new Promise(resolve => signal.addEventListener('abort', resolve, { once: true }));
  while (old !== undefined && !signal.aborted) {
    // An end does not wait for what the ledger does before the first batch.
    await Promise.race([pruneAll({ ...deps, old }).catch(onProblem), ended]);
    await clock.sleep(hourMs, signal).catch(() => {});
  }
}
