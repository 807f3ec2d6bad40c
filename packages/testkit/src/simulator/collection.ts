import type { UndoLog } from './undo-log.ts';

/** Which row: its number, or the id that is made of it. Whatever else a path may hold is no row's. */
export type RowId = number | string | undefined;

/** What a platform keeps of one kind: tickets, notes. Rows are replaced, never changed. */
export interface Collection<Row> {
  /** Keeps a row under the next number, which begins at 1; its id is that number behind the prefix. */
  add(make: (number: number, id: string) => Row): Row;
  /** Puts another row in the place of one; undefined where there is none. */
  change(id: RowId, make: (row: Row) => Row): Row | undefined;
  /** The row as it is now, however young. */
  find(id: RowId): Row | undefined;
  /** In the order in which they were made. */
  all(): readonly Row[];
  /** Without those that are younger than the index lag: what a search shows. */
  indexed(): readonly Row[];
}

export interface CollectionOptions {
  readonly undo: UndoLog;
  readonly now: () => number;
  /** How long a row that was made or changed is not seen by a search, in milliseconds. */
  readonly indexLagMs: number;
  /** What ids have before their number. @default '' */
  readonly prefix?: string;
}

export function createCollection<Row>(options: CollectionOptions): Collection<Row> {
  const { undo, now, indexLagMs, prefix = '' } = options;
  const rows = new Map<string, { readonly row: Row; readonly sinceMs: number }>();
  let last = 0;
  const idOf = (id: RowId): string => (typeof id === 'number' ? `${prefix}${id}` : (id ?? ''));
  const put = (id: string, row: Row): Row => {
    const before = rows.get(id);
    rows.set(id, { row, sinceMs: now() });
    undo.note(() => (before ? rows.set(id, before) : rows.delete(id)));
    return row;
  };
  return {
    add: make => {
      last += 1;
      const number = last;
      undo.note(() => {
        last = number - 1;
      });
      return put(idOf(number), make(number, idOf(number)));
    },
    change: (id, make) => {
      const found = rows.get(idOf(id));
      return found && put(idOf(id), make(found.row));
    },
    find: id => rows.get(idOf(id))?.row,
    all: () => [...rows.values()].map(({ row }) => row),
    indexed: () => [...rows.values()].filter(({ sinceMs }) => now() - sinceMs >= indexLagMs).map(({ row }) => row),
  };
}
