import { resolveValue } from '../row/resolve-value.ts';
import { choicesOf } from '../schema/column.ts';
import type { Table } from '../schema/table.ts';
import type { Store } from '../store.ts';
import { columnAt } from './dot-walk.ts';
import type { Clause, EncodedQuery } from './encoded-query.ts';

/**
 * The filter of a list that is asked for as `?active=true&state=closed`: what a choice or a reference shows finds it too.
 * The Table API takes these pairs where there is no sysparm_query (its reference, "name-value pairs"). That a name
 * which is no column filters nothing is not documented, but what a query does with one.
 */
export function nameValueQuery(store: Store, table: Table, query: Readonly<Record<string, string>>): EncodedQuery {
  const pairs = Object.entries(query).filter(([name]) => !name.startsWith('sysparm_'));
  const groups = pairs.flatMap(([name, value]) => {
    const values = storedValues(store, table, name, value);
    return values ? [[...values].map((one): Clause => ({ field: name, operator: '=', value: one }))] : [];
  });
  return { groups, dropped: groups.length < pairs.length, order: [] };
}

function storedValues(store: Store, table: Table, name: string, value: string): ReadonlySet<string> | undefined {
  const column = columnAt(store.schema, table, name);
  if (!column) return undefined;
  if (column.kind === 'reference') return new Set([value, resolveValue(store, column, value, true) || value]);
  const shown = value.toLowerCase();
  const chosen = Object.entries(choicesOf(column)).filter(([, label]) => label.toLowerCase() === shown);
  return new Set([value, ...chosen.map(([stored]) => stored)]);
}
