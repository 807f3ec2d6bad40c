import { createHash } from 'node:crypto';
import { createUndoLog } from '../simulator/undo-log.ts';
import { createValueIndex, type ValueIndex } from '../simulator/value-index.ts';
import type { Row } from './row/row.ts';
import { findTable } from './schema/table.ts';

/** All records, by table and sys_id, in the order they were made. */
export interface Store {
  rows(table: string): readonly Row[];
  /**
   * The records whose column has this value in any case, in the order in which they took it; undefined where the table
   * has no index of the column.
   */
  having(table: string, column: string, value: string): readonly Row[] | undefined;
  find(table: string, sysId: string): Row | undefined;
  /** The sys_id and the count (from 1) of a table's next record. */
  next(table: string): { readonly sysId: string; readonly sequence: number };
  put(table: string, row: Row): void;
  /** Takes a record away for good. Its sys_id is not given out again. */
  remove(table: string, sysId: string): void;
  /** Runs `work` and takes back what it stored. */
  rehearse<T>(work: () => T): T;
}

export function createStore(): Store {
  const shelves = new Map<string, Shelf>();
  const undoLog = createUndoLog();
  const shelfOf = (table: string): Shelf => {
    const shelf = shelves.get(table) ?? createShelf(findTable(table)?.indexed ?? []);
    shelves.set(table, shelf);
    return shelf;
  };
  return {
    rows: table => [...shelfOf(table).rows.values()],
    having: (table, column, value) => {
      const { rows, indexes } = shelfOf(table);
      const ids = indexes.get(column)?.idsOf(value.toLowerCase());
      return ids?.map(id => rows.get(id)).filter(row => row !== undefined);
    },
    find: (table, sysId) => shelfOf(table).rows.get(sysId),
    next: table => {
      const sequence = shelfOf(table).made + 1;
      // Made from the sequence, not by chance: the same run gives the same ids, so that transcripts can be compared.
      const sysId = createHash('sha256').update(`${table} ${sequence}`).digest('hex').slice(0, 32);
      return { sysId, sequence };
    },
    put: (table, row) => {
      const shelf = shelfOf(table);
      const id = row.sys_id ?? '';
      const before = shelf.rows.get(id);
      const made = before ? 0 : 1;
      replace(shelf, id, before, row);
      shelf.made += made;
      undoLog.note(() => {
        replace(shelf, id, row, before);
        shelf.made -= made;
      });
    },
    remove: (table, sysId) => {
      const shelf = shelfOf(table);
      const before = shelf.rows.get(sysId);
      replace(shelf, sysId, before, undefined);
      undoLog.note(() => replace(shelf, sysId, undefined, before));
    },
    rehearse: undoLog.rehearse,
  };
}

/** The records of one table, with an index for each column that is looked up by. */
interface Shelf {
  readonly rows: Map<string, Row>;
  /** How many records there ever were. */
  made: number;
  readonly indexes: ReadonlyMap<string, ValueIndex>;
}

const createShelf = (indexed: readonly string[]): Shelf => ({
  rows: new Map(),
  made: 0,
  indexes: new Map(indexed.map(column => [column, createValueIndex()])),
});

function replace({ rows, indexes }: Shelf, id: string, before: Row | undefined, after: Row | undefined): void {
  if (after) rows.set(id, after);
  else rows.delete(id);
  for (const [column, index] of indexes) index.move(id, valuesOf(before, column), valuesOf(after, column));
}

const valuesOf = (row: Row | undefined, column: string): readonly string[] =>
  row ? [(row[column] ?? '').toLowerCase()] : [];
