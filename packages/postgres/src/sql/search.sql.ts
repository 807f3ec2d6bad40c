import type { DeliverySearch, PlaceInList } from '@itsm-bridge/core';
import { newestSql } from './newest.sql.ts';
import { searchConditions } from './search-conditions.ts';
import { searchTextSql } from './search-text.sql.ts';

export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

/** One page, newest first, and one row more where there is a further page. @param from The last row of the page before. */
export function searchSql(schema: string, query: DeliverySearch, from: PlaceInList | undefined): Statement {
  const conditions = searchConditions(query, from);
  const { values, severities, most } = conditions;
  const sql = query.text
    ? searchTextSql(schema, { ...query, text: query.text }, conditions)
    : newestSql(schema, query, conditions, { own: severities, most });
  return { sql, values };
}
