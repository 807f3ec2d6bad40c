import type { DeliverySearch } from '@itsm-bridge/core';
import { newestSql } from './newest.sql.ts';
import { newestFirst, searchColumns } from './search-columns.ts';
import type { SearchConditions } from './search-conditions.ts';
import { hasEnded, hasWords, isUnsettled, trigramsOfWords } from './words.sql.ts';

const nearRows = 500;
/** Of those near. An index serves what few have: of what many have it would name nearly every row. */
const manyRows = 10;

/**
 * One page of those with a text: first among the newest, where what many have is found. Where they do not fill the page, what
 * few have is found among all others by its groups of three letters, and one by one among those that have not ended, which
 * are few. What many have, and then leaves the page half empty for another reason, is looked for row by row, as is a text
 * of one or two letters.
 */
export function searchTextSql(
  schema: string,
  query: DeliverySearch & { readonly text: string },
  conditions: SearchConditions,
): string {
  const { text, statuses = [], integrations = [] } = query;
  const { given, range, severities, most } = conditions;
  const withText = hasWords(given(`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`));
  const asked = [...severities, withText];
  const list = (own: readonly string[], limit: string) => newestSql(schema, query, conditions, { own, most: limit });
  if (text.length < 3) return list(asked, most);

  const farther = `(created_at, key) < (select created_at, key from near order by created_at, key limit 1)`;
  const filters = [
    ...(statuses.length > 0 ? [`status = any(${given(statuses)}::text[])`] : []),
    ...(integrations.length > 0 ? [`integration = any(${given(integrations)}::text[])`] : []),
  ];
  const few = [range, ...asked, ...filters, farther, '(select more and not many from told)'].join(' and ');
  const page = `${newestFirst} limit ${most}`;
  const among = (own: string) =>
    `select ${searchColumns} from "${schema}".deliveries as d where ${few} and ${own} ${page}`;
  const groups = `${trigramsOfWords(schema)} @> "${schema}".trigrams(${given(text)})`;
  return `
with near as materialized (${list([], String(nearRows))}),
found as materialized (select * from near where ${asked.join(' and ')} ${page}),
told as materialized (
  select (select count(*) from near) = ${nearRows} and (select count(*) from found) < ${most} as more,
         (select count(*) from near where ${withText}) > ${manyRows} as many
)
select * from found
union all (${among(`${hasEnded} and ${groups}`)})
union all (${among(isUnsettled)})
union all (${list([...asked, farther, '(select more and many from told)'], most)})
${page}`;
}
