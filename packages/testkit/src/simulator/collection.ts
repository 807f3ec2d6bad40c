import type { UndoLog } from './undo-log.ts';

/** What a platform keeps of one kind: tickets, notes. Rows are replaced, never changed. */
export interface Collection<Row> {
  /** Keeps a row under the next number, which begins at 1. */
  add(make: (number: number) => Row): Row;
  /** Puts another row in the place of one; undefined where there is none. */
  change(number: number, make: (row: Row) => Row): Row | undefined;
  find(number: number): Row | undefined;
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
}

export function createCollection<Row>({ undo, now, indexLagMs }: CollectionOptions): Collection<Row> {
  const rows = new Map<number, { readonly row: Row; readonly sinceMs: number }>();
  let last = 0;
  const put = (number: number, row: Row): Row => {
    const before = rows.get(number);
    rows.set(number, { row, sinceMs: now() });
    undo.note(() => (before ? rows.set(number, before) : rows.delete(number)));
    return row;
  };
  return {
    add: make => {
      last += 1;
      const number = last;
      undo.note(() => {
        last = number - 1;
      });
      return put(number, make(number));
    },
    change: (number, make) => {
      const found = rows.get(number);
      return found && put(number, make(found.row));
    },
    find: number => rows.get(number)?.row,
    all: () => [...rows.values()].map(({ row }) => row),
    indexed: () => [...rows.values()].filter(({ sinceMs }) => now() - sinceMs >= indexLagMs).map(({ row }) => row),
  };
}
