import type { Clock, Doubt, Ledger } from '../../contracts.ts';

/** What a backup does not know, while somebody has said so. */
export interface MemoryRestore extends Pick<Ledger, 'restored'> {
  doubt(): Doubt | undefined;
  /** Whether there is no other doubt in this one. */
  isAll(doubt: Doubt | undefined): { readonly restored?: true };
}

export function createMemoryRestore(clock: Pick<Clock, 'now'>): MemoryRestore {
  let last: { readonly doubt: Doubt; readonly endsAt: number } | undefined;
  return {
    async restored(backupAt, forMs) {
      const now = clock.now();
      last = { doubt: { from: backupAt, until: now, answered: false }, endsAt: now.getTime() + forMs };
    },
    isAll: doubt =>
      doubt && doubt.from === last?.doubt.from && doubt.until === last.doubt.until ? { restored: true } : {},
    doubt: () => (last && last.endsAt > clock.now().getTime() ? last.doubt : undefined),
  };
}
