import type { Row } from '../row/row.ts';
import type { Clause, EncodedQuery } from './encoded-query.ts';

/** Gives a record's value of a column, perhaps over references. */
type Read = (row: Row, path: string) => string;

/** The rows that a query finds, in its order. Text is compared without regard to case, as the database does. */
export function runQuery(rows: readonly Row[], query: EncodedQuery, read: Read): readonly Row[] {
  const found = rows.filter(row =>
    query.groups.every(group => group.some(clause => holds(clause, read(row, clause.field)))),
  );
  // Sorting is stable, so the last key goes first.
  return query.order.toReversed().reduce(
    (sorted, { field, descending }) =>
      sorted.toSorted((a, b) => {
        const difference = compare(read(a, field), read(b, field));
        return descending ? -difference : difference;
      }),
    found,
  );
}

function holds({ operator, value }: Clause, stored: string): boolean {
  const actual = stored.toLowerCase();
  const wanted = value.toLowerCase();
  switch (operator) {
    case '=':
      return actual === wanted;
    case '!=':
      return actual !== wanted;
    case 'IN':
      return wanted.split(',').includes(actual);
    case 'LIKE':
      return actual.includes(wanted);
    case 'STARTSWITH':
      return actual.startsWith(wanted);
    case 'ENDSWITH':
      return actual.endsWith(wanted);
    case 'ISEMPTY':
      return actual === '';
    case 'ISNOTEMPTY':
      return actual !== '';
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
