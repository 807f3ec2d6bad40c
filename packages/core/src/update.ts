import type { Applied, ApplyChange, ChangeOrder } from './change/apply-change.ts';
import type { ChangeDelivery, Clock } from './contracts.ts';

export interface UpdateDeps {
  readonly applyChange: ApplyChange;
  readonly clock: Pick<Clock, 'now'>;
}
export type Update = (order: ChangeOrder) => Promise<ChangeDelivery>;

/** A later change of one ticket, and what the caller is told of it. */
export const createUpdate = ({ applyChange, clock }: UpdateDeps): Update =>
  async function update(order) {
    const { connected, jobId, ticket, change } = order;
    const { name, plugin } = connected.integration;
    const startedAt = clock.now().getTime();
    const applied = await applyChange(order);
    const dryRun = !connected.adapter.writes;
    return {
      ...{ key: connected.keyOf(jobId), jobId, integration: name, platform: plugin, ticket, dryRun },
      ...{ kind: change.kind, changeId: change.id },
      durationMs: clock.now().getTime() - startedAt,
      status: statusOf(applied, dryRun),
      success: applied.kind === 'updated' || applied.kind === 'existing',
      existing: applied.kind === 'existing',
      ...('error' in applied ? { error: applied.error } : {}),
      warnings: 'warnings' in applied ? applied.warnings : [],
    };
  };

function statusOf({ kind }: Applied, dryRun: boolean): ChangeDelivery['status'] {
  if (kind === 'held') return 'sending';
  if (kind === 'updated' || kind === 'existing') return dryRun ? 'dry_run' : 'updated';
  return kind;
}
