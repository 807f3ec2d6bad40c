import type { AuditEntry, AuditLog, Clock, NewAuditEntry } from '../../contracts.ts';
import { pageAfter } from './page-after.ts';

export interface MemoryAuditLog extends AuditLog {
  /** As `append`, in the transaction of what it tells of. */
  note(entry: NewAuditEntry): AuditEntry;
  /** Takes the details of `limit` rows out, of those that are `old`. @returns of how many */
  forget(environment: string, old: (at: Date) => boolean, limit: number): number;
  /** How many rows have a detail that is `old`. */
  countOld(environment: string, old: (at: Date) => boolean): number;
}

type Row = AuditEntry & { readonly environment: string };

export function createMemoryAuditLog(clock: Pick<Clock, 'now'>): MemoryAuditLog {
  let rows: readonly Row[] = [];
  const note = (entry: NewAuditEntry): AuditEntry => {
    const row = { ...entry, id: BigInt(rows.length + 1), at: clock.now() };
    rows = [...rows, row];
    return shown(row);
  };
  const oldIn = (environment: string, old: (at: Date) => boolean) =>
    rows.filter(row => row.environment === environment && row.detail !== undefined && old(row.at));
  return {
    note,
    append: async entry => note(entry),
    async page({ environment, key, limit, after }) {
      const own = rows.filter(row => row.environment === environment && (key === undefined || row.key === key));
      const { items, ...more } = pageAfter(own, limit, after);
      return { entries: items.map(shown), ...more };
    },
    forget(environment, old, limit) {
      const forgotten = new Set(oldIn(environment, old).slice(0, limit));
      rows = rows.map(row => (forgotten.has(row) ? withoutDetail(row) : row));
      return forgotten.size;
    },
    countOld: (environment, old) => oldIn(environment, old).length,
  };
}

const shown = ({ environment: _, ...entry }: Row): AuditEntry => entry;

const withoutDetail = ({ detail: _, ...row }: Row): Row => row;
