import type { OldTexts, Pruned } from '../contracts.ts';
import type { Itsm } from '../itsm.ts';
import { ItsmError } from '../itsm-error.ts';
import { pruneAll } from '../work/prune-all.ts';
import { type CallDeps, never } from './call-deps.ts';

const dayMs = 86_400_000;

/** What is older than `$settings.retention_days`; undefined where texts are kept for good. */
export const oldTexts = ({
  environment,
  retentionDays,
}: Pick<CallDeps, 'environment' | 'retentionDays'>): OldTexts | undefined =>
  retentionDays === undefined ? undefined : { environment, keepMs: retentionDays * dayMs };

/** What is not to be kept for good, and what a backup does not know. */
export function pruningCalls(deps: CallDeps): Pick<Itsm, 'prune' | 'restored'> {
  const { ledger, clock, track } = deps;
  return {
    async prune({ dryRun = false, signal = never, onProgress = () => {} } = {}): Promise<Pruned> {
      const old = oldTexts(deps);
      if (old === undefined) {
        throw new ItsmError(
          'input',
          '$settings.retention_days is null: texts are kept for good. Give it a number of days to have them removed.',
        );
      }
      return track(dryRun ? ledger.retention.count(old) : pruneAll({ ledger, clock, old, signal, onProgress }));
    },

    async restored({ backupAt, forMs }) {
      if (Number.isNaN(backupAt.getTime()) || !(forMs >= 0)) {
        throw new ItsmError(
          'input',
          'restored takes the time of the backup as a Date, and a number of milliseconds from 0.',
        );
      }
      if (backupAt > clock.now()) {
        throw new ItsmError('input', `The backup cannot be of ${backupAt.toISOString()}: that is in the future.`);
      }
      await track(ledger.restored(backupAt, forMs));
    },
  };
}
