import { createHash } from 'node:crypto';
import type { Row } from './row.ts';

/** All records, by table and sys_id, in the order they were made. */
export interface Store {
  rows(table: string): readonly Row[];
  find(table: string, sysId: string): Row | undefined;
  /** The sys_id and the count (from 1) of a table's next record. */
  next(table: string): { readonly sysId: string; readonly sequence: number };
  put(table: string, row: Row): void;
  snapshot(): () => void;
}

export function createStore(): Store {
  let tables = new Map<string, Map<string, Row>>();
  return {
    rows: table => [...(tables.get(table)?.values() ?? [])],
    find: (table, sysId) => tables.get(table)?.get(sysId),
    next: table => {
      const sequence = (tables.get(table)?.size ?? 0) + 1;
      // Made from the sequence, not by chance: the same run gives the same ids, so that transcripts can be compared.
      const sysId = createHash('sha256').update(`${table} ${sequence}`).digest('hex').slice(0, 32);
      return { sysId, sequence };
    },
    put: (table, row) => {
      const rows = tables.get(table) ?? new Map<string, Row>();
      tables.set(table, rows.set(row.sys_id ?? '', row));
    },
    snapshot: () => {
      const before = new Map([...tables].map(([name, rows]) => [name, new Map(rows)]));
      return () => {
        tables = before;
      };
    },
  };
}
