import { Pool } from 'pg';
import { Pool as HttpPool } from 'undici';
import { account } from '../pipeline/jira-config.ts';

// What somebody would write who needs no more than that: the same tables, the same round trips, the same requests.
const [url = '', database = '', body = ''] = process.argv.slice(2);
const [connections, atOnce] = [10, 8];

const pool = new Pool({ connectionString: database, max: connections });
const http = new HttpPool(url, { connections: atOnce });
const authorization = `Basic ${Buffer.from(`${account.email}:${account.apiToken}`).toString('base64')}`;
const headers = { accept: 'application/json', 'content-type': 'application/json', authorization };

interface Job {
  readonly id: string;
  readonly key: string;
}
interface Row {
  readonly key: string;
  readonly job_id: string;
  readonly analysis: unknown;
}

// Without `materialized` the inner query may run once for each row of the outer one, and more than $1 are taken.
const takeSql = `
with next as materialized (
  select id from itsm_queue.job
  where name = 'default/jira' and state < 'active' and not blocked and start_after <= now()
  order by priority desc, created_on limit $1 for update skip locked)
update itsm_queue.job as j set state = 'active', started_on = now()
from next where j.name = 'default/jira' and j.id = next.id
returning j.id, j.singleton_key as key`;
const readSql = 'select key, job_id, analysis from itsm.deliveries where key = any($1)';
const claimSql = `
update itsm.deliveries set status = 'sending', token = token + 1, claim_id = gen_random_uuid(), claimed_at = now(),
  lease_ms = $2::integer, lease_until = now() + $2::integer * interval '1 millisecond', updated_at = now()
where key = $1 and status = 'pending' returning token`;
const settleSql = `
with settled as (
  update itsm.deliveries set status = 'created', attempts = attempts + 1, ticket_id = $3, platform_id = $4, url = $5,
    names = $6::jsonb, payload = $7::json, payload_at = now(), updated_at = now()
  where key = $1 and token = $2::bigint and status = 'sending' returning key, job_id, integration, platform, environment
), event as (
  insert into itsm.events (type, at, key, job_id, integration, platform, environment, data)
  select 'ticket-created', now(), key, job_id, integration, platform, environment, $8::json from settled returning id
), job as (
  insert into itsm.jobs (job_id, ticket_created, last_status) select job_id, true, 'created' from settled
  on conflict (job_id) do update set ticket_created = true, last_status = 'created', updated_at = now()
)
select id from event`;
const finishSql = `delete from itsm_queue.job where name = 'default/jira' and id = any($1::uuid[])`;

async function deliver({ key }: Row): Promise<void> {
  const claim = await pool.query<{ readonly token: string }>({ name: 'claim', text: claimSql, values: [key, 300_000] });
  const token = claim.rows[0]?.token;
  if (token === undefined) return;
  const answer = await http.request({ path: '/rest/api/3/issue', method: 'POST', headers, body });
  if (answer.statusCode !== 201) throw new Error(`It was answered with ${answer.statusCode}.`);
  const issue = (await answer.body.json()) as { readonly id: string; readonly key: string };
  const address = `${url}/browse/${issue.key}`;
  const event = JSON.stringify({ environment: 'default', ticket: { id: issue.id, key: issue.key, url: address } });
  const names = JSON.stringify({ jira_key: issue.key, jira_id: issue.id });
  const values = [key, token, issue.key, issue.id, address, names, body, event];
  await pool.query({ name: 'settle', text: settleSql, values });
}

/** Takes as many as there is room for, as long as there are any. */
async function drain(): Promise<void> {
  const inFlight = new Set<Promise<void>>();
  let finished: string[] = [];
  const finish = async () => {
    if (finished.length === 0) return;
    const ids = finished;
    finished = [];
    await pool.query({ name: 'finish', text: finishSql, values: [ids] });
  };
  for (;;) {
    await finish();
    const room = atOnce - inFlight.size;
    const jobs = (await pool.query<Job>({ name: 'take', text: takeSql, values: [room] })).rows;
    if (jobs.length > 0) {
      const keys = jobs.map(({ key }) => key);
      const { rows } = await pool.query<Row>({ name: 'read', text: readSql, values: [keys] });
      const byKey = new Map(rows.map(row => [row.key, row]));
      for (const { id, key } of jobs) {
        const row = byKey.get(key);
        if (row === undefined) continue;
        const running = deliver(row).then(() => {
          finished.push(id);
          inFlight.delete(running);
        });
        inFlight.add(running);
      }
    } else if (inFlight.size === 0) return;
    if (inFlight.size === atOnce || jobs.length === 0) await Promise.race(inFlight);
  }
}

process.on('message', () => drain().then(() => process.send?.('drained')));
process.send?.('ready');
