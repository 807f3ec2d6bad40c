import type { DeliverySearch, Ledger } from '@itsm-bridge/core';
import type { Pool } from 'pg';
import { expect, it } from 'vitest';
import { activitySql } from '../sql/activity.sql.ts';
import { countWaitingSql, waitingDryRunsSql, waitingDryRunsValues } from '../sql/dry-runs.sql.ts';
import { eventPageSql } from '../sql/event-page.sql.ts';
import { eventsOfSql } from '../sql/events-of.sql.ts';
import { searchSql } from '../sql/search.sql.ts';

const environment = 'a ledger of years';
const count = 5_000;

/** A node of what `explain (analyze, format json)` tells. */
interface PlanNode {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Actual Rows': number;
  readonly 'Actual Loops': number;
  readonly 'Rows Removed by Filter'?: number;
  readonly Plans?: readonly PlanNode[];
}

const rowsOf = (node: PlanNode): number => {
  const own = (node['Actual Rows'] + (node['Rows Removed by Filter'] ?? 0)) * node['Actual Loops'];
  const below = (node.Plans ?? []).reduce((sum, each) => sum + rowsOf(each), 0);
  return (node['Relation Name'] === undefined ? 0 : own) + below;
};

/** What a page costs is told by PostgreSQL: how many rows of tables it has looked at. */
export function testLists(open: () => { readonly rows: Pool; readonly ledger: Ledger }): void {
  const looksAt = async (sql: string, values: readonly unknown[]) => {
    const { rows } = await open().rows.query(`explain (analyze, format json) ${sql}`, [...values]);
    return rowsOf(rows[0]['QUERY PLAN'][0].Plan);
  };

  it('reads no more than it shows, however much there is', async () => {
    const { rows } = open();
    await rows.query(deliveries, [environment, count]);
    await rows.query(events, [environment, count]);
    await rows.query('analyze itsm.deliveries, itsm.events');
    const asked = async (query: Partial<DeliverySearch>) => {
      const from = query.after === undefined ? undefined : { createdAt: BigInt(halfWay), key: 'itsm' };
      const { sql, values } = searchSql('itsm', { environment, limit: 50, ...query }, from);
      return looksAt(sql, values);
    };
    const halfWay = (Date.now() - (count / 2) * 1_000) * 1_000;
    expect(await asked({}), 'all').toBeLessThanOrEqual(51);
    expect(await asked({ after: 'half way' }), 'a page in the middle').toBeLessThanOrEqual(51);
    expect(await asked({ statuses: ['needs_review', 'unknown'] }), 'rare').toBeLessThanOrEqual(51);
    expect(await asked({ statuses: ['failed', 'created'] }), 'two statuses').toBeLessThanOrEqual(102);
    expect(await asked({ integrations: ['gone'] }), 'nothing').toBe(0);
    expect(await asked({ integrations: ['jira'], statuses: ['failed'] }), 'both').toBeLessThanOrEqual(51);
    expect(await asked({ since: new Date(Date.now() - 10_000) }), 'young').toBeLessThanOrEqual(51);
    expect(await asked({ text: 'checkout' }), 'a text that many have').toBeLessThanOrEqual(500);
    expect(await asked({ text: 'JOB-4321' }), 'one job').toBeLessThan(600);
    expect(await asked({ text: 'no such words' }), 'a text that none has').toBeLessThan(600);
    expect(await looksAt(eventsOfSql('itsm'), ['itsm-4711', 200]), 'a story').toBeLessThanOrEqual(1);
    expect(await looksAt(activitySql('itsm'), [environment]), 'an hour').toBeLessThan(3_700);
    await rows.query(dryRuns, [environment, count]);
    await rows.query('analyze itsm.dry_runs');
    expect(await looksAt(countWaitingSql('itsm'), [environment, 100]), 'how much waits').toBeLessThan(400);
    const waiting = waitingDryRunsValues({ environment, limit: 10 });
    expect(await looksAt(waitingDryRunsSql('itsm'), waiting), 'a page of the review').toBeLessThan(60);
    const page = eventPageSql('itsm');
    expect(await looksAt(page, ['0', 100, 'nobody', undefined, undefined]), 'events').toBeLessThan(3_000);
  });

  it('finds a text wherever it is: each of those that have it, once, in order', async () => {
    const { rows, ledger } = open();
    for (const query of searches) {
      const { text = '', statuses = [], limit } = query;
      const expected = await rows.query(walk, [environment, `%${text}%`, statuses]);
      const found: string[] = [];
      for (let after: string | undefined = ''; after !== undefined; ) {
        const page = await ledger.search({ environment, ...query, ...(after === '' ? {} : { after }) });
        expect(page.records.length).toBeLessThanOrEqual(limit);
        found.push(...page.records.map(({ jobId }) => jobId));
        after = page.next;
      }
      expect(found.length, text).toBeGreaterThan(0);
      expect(found, text).toEqual(expected.rows.map(row => row.job_id));
    }
  });
}

/** What one has, what few have, what many have, more than the newest can fill a page of, and what only some may have. */
const searches: readonly Omit<DeliverySearch, 'environment'>[] = [
  { text: 'job-4321', limit: 50 },
  { text: 'region 42', limit: 20 },
  { text: 'region 5', limit: 200 },
  { text: 'checkout', limit: 500, statuses: ['needs_review', 'failed'] },
  { text: 'region 5', limit: 30, statuses: ['failed'] },
];

const walk = `
select job_id from itsm.deliveries
where environment = $1 and title || ' ' || job_id ilike $2 and ($3 = '{}'::text[] or status = any($3))
order by created_at desc, key desc`;

/** A second between each. */
const deliveries = `
insert into itsm.deliveries (key, job_id, integration, platform, status, token, claim_id, claimed_at, lease_ms,
  lease_until, environment, severity, title, ticket_id, platform_id, created_at)
select 'itsm-' || n, 'job-' || n, (array['servicenow', 'jira'])[1 + n % 2], 'x',
  case when n % 1500 = 0 then 'needs_review' when n % 100 = 1 then 'failed' else 'created' end,
  1, gen_random_uuid(), now(), 0, now(), $1, 'high', 'Checkout requests time out in region ' || n % 97,
  'INC' || n, 'a' || n, now() - n * interval '1 second'
from generate_series(1, $2::integer) as n`;

const events = `
insert into itsm.events (type, at, key, job_id, integration, platform, data, environment)
select 'ticket-created', now() - n * interval '1 second', 'itsm-' || n, 'job-' || n, 'servicenow', 'x', '{}', $1
from generate_series(1, $2::integer) as n`;

/** Every other one was rehearsed twice. */
const dryRuns = `
insert into itsm.dry_runs (key, job_id, integration, platform, payload, warnings, environment, severity, unresolved)
select 'itsm-x' || n - n % 2, 'job-' || n, 'servicenow', 'x', '{}', '[]', $1, 'high', '[]'
from generate_series(1, $2::integer) as n`;
