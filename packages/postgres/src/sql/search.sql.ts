import type { DeliverySearch, DeliveryStatus, PlaceInList } from '@itsm-bridge/core';
import { deliveryColumns } from './delivery-columns.ts';

export interface Statement {
  readonly sql: string;
  readonly values: readonly unknown[];
}

const allStatuses: readonly DeliveryStatus[] = [
  ...(['pending', 'sending', 'created', 'found', 'failed', 'unknown', 'needs_review'] as const),
];
const newestFirst = 'order by created_at desc, key desc';

/**
 * One page, newest first, and one row more where there is a further page. Of each status and integration that is asked for
 * the newest are read in the order of an index (see late-indexes.ts), and the newest of those are the page: a status that is
 * rare, or an integration that has nothing, costs no look at all others. A text is looked for from the newest on.
 *
 * @param from The last row of the page before.
 */
export function searchSql(schema: string, query: DeliverySearch, from: PlaceInList | undefined): Statement {
  const { environment, text = '', statuses = [], integrations = [], severities = [], since, limit } = query;
  const values: unknown[] = [];
  const given = (value: unknown) => `$${values.push(value)}`;
  const most = `limit ${given(limit + 1)}::integer`;
  const conditions = [`environment = ${given(environment)}`];
  const sources: string[] = [];
  if (integrations.length > 0) {
    sources.push(`unnest(${given([...new Set(integrations)])}::text[]) as lane (name)`);
    conditions.push('integration = lane.name');
  }
  if (statuses.length > 0 || integrations.length > 0) {
    const wanted = statuses.length > 0 ? statuses : allStatuses;
    sources.push(`unnest(${given([...new Set(wanted)])}::text[]) as wanted (status)`);
    conditions.push('d.status = wanted.status');
  }
  if (severities.length > 0) conditions.push(`severity = any(${given(severities)}::text[])`);
  if (since) conditions.push(`created_at >= ${given(since)}::timestamptz`);
  if (text !== '') {
    const pattern = given(`%${text.replaceAll(/[\\%_]/g, '\\$&')}%`);
    conditions.push(
      `(${['job_id', 'title', 'ticket_id', 'key'].map(name => `${name} ilike ${pattern}`).join(' or ')})`,
    );
  }
  if (from) {
    const at = `'epoch'::timestamptz + ${given(from.createdAt.toString())}::bigint * interval '1 microsecond'`;
    conditions.push(`(created_at, key) < (${at}, ${given(from.key)})`);
  }
  const newest = `
select ${deliveryColumns('d')}, (extract(epoch from created_at) * 1000000)::bigint as created_at_micros
from "${schema}".deliveries as d
where ${conditions.join(' and ')}
${newestFirst} ${most}`;
  if (sources.length === 0) return { sql: newest, values };
  return {
    sql: `select page.* from ${sources.join(', ')}, lateral (${newest}) as page ${newestFirst} ${most}`,
    values,
  };
}
