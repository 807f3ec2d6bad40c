import { type DeliverySearch, deliveryStatuses } from '@itsm-bridge/core';
import { newestFirst, searchColumns } from './search-columns.ts';
import type { SearchConditions } from './search-conditions.ts';

export interface Newest {
  /** Further conditions: rows that they leave out are read all the same. */
  readonly own?: readonly string[];
  /** How many rows, as SQL. */
  readonly most: string;
}

/**
 * The newest rows of a list. Of each status and integration that is asked for they are read in the order of an index (see
 * late-indexes.ts), and the newest of those are the list: a status that is rare, or an integration that has nothing, costs no
 * look at all others.
 */
export function newestSql(
  schema: string,
  { statuses = [], integrations = [] }: Pick<DeliverySearch, 'statuses' | 'integrations'>,
  { given, range }: Pick<SearchConditions, 'given' | 'range'>,
  { own = [], most }: Newest,
): string {
  const page = `${newestFirst} limit ${most}`;
  const of = (...conditions: readonly string[]) => `
select ${searchColumns} from "${schema}".deliveries as d
where ${[range, ...conditions, ...own].join(' and ')} ${page}`;
  if (statuses.length === 0 && integrations.length === 0) return of();

  const wanted = [...new Set(statuses.length > 0 ? statuses : deliveryStatuses)];
  const sources = [`unnest(${given(wanted)}::text[]) as wanted (status)`];
  const conditions = ['d.status = wanted.status'];
  if (integrations.length > 0) {
    sources.push(`unnest(${given([...new Set(integrations)])}::text[]) as lane (name)`);
    conditions.push('integration = lane.name');
  }
  return `select page.* from ${sources.join(', ')}, lateral (${of(...conditions)}) as page ${page}`;
}
