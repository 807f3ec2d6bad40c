import { createUndoLog } from '../simulator/undo-log.ts';
import type { Row } from './row/row.ts';
import type { Schema } from './schema/create-schema.ts';
import { describeSchema } from './schema/describe-schema.ts';
import { createShelf, replace, type Shelf } from './shelf.ts';
import { sysIdOf } from './sys-id-of.ts';

/** All records, by table and sys_id, in the order they were made. What a table has includes what its descendants have. */
export interface Store {
  readonly schema: Schema;
  rows(table: string): readonly Row[];
  /**
   * The records whose column has this value in any case, in the order in which they took it; undefined where the table
   * has no index of the column.
   */
  having(table: string, column: string, value: string): readonly Row[] | undefined;
  find(table: string, sysId: string): Row | undefined;
  /** The sys_id and the count (from 1) of a table's next record. */
  next(table: string): { readonly sysId: string; readonly sequence: number };
  /** Keeps a record of exactly this table. */
  put(table: string, row: Row): void;
  /** Takes a record away for good. Its sys_id is not given out again. */
  remove(table: string, sysId: string): void;
  /** Runs `work` and takes back what it stored. */
  rehearse<T>(work: () => T): T;
}

export function createStore(schema: Schema): Store {
  const shelves = new Map<string, Shelf>();
  const undoLog = createUndoLog();
  const shelfOf = (table: string): Shelf => {
    const shelf = shelves.get(table) ?? createShelf(schema.find(table), describeSchema(schema, table));
    shelves.set(table, shelf);
    return shelf;
  };
  const familyOf = (table: string): readonly Shelf[] =>
    [table, ...(schema.find(table)?.descendants ?? [])].map(shelfOf);
  return {
    schema,
    rows: table => familyOf(table).flatMap(({ rows }) => [...rows.values()]),
    having: (table, column, value) => {
      const found = familyOf(table).map(({ rows, indexes }) =>
        indexes
          .get(column)
          ?.idsOf(value.toLowerCase())
          .map(id => rows.get(id))
          .filter(row => row !== undefined),
      );
      return found[0] && found.flatMap(rows => rows ?? []);
    },
    find: (table, sysId) => {
      for (const { rows } of familyOf(table)) if (rows.has(sysId)) return rows.get(sysId);
      return undefined;
    },
    next: table => {
      const sequence = shelfOf(table).made + 1;
      return { sysId: sysIdOf(table, `${sequence}`), sequence };
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
