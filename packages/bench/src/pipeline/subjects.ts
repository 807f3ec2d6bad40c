import { createWriteStream } from 'node:fs';
import { type Analysis, createItsm, createLogger } from '@itsm-bridge/core';
import { jira } from '@itsm-bridge/plugin-jira';
import { createCloudClient } from 'jira.js/cloud';
import { Pool } from 'undici';
import { account, jiraConfig } from './jira-config.ts';

/** One ticket for one of the analyses; all of them make the same request. */
export interface Subjects extends AsyncDisposable {
  /** From the analysis to the answer, as a host calls it. */
  bridge(at: number): Promise<void>;
  /** A payload that is ready, by the client that people use. */
  jiraJs(at: number): Promise<void>;
  /** The same bytes, by the fastest client there is. */
  undici(at: number): Promise<void>;
  /** Deliveries in the ledger of `bridge` that were sent once, each with a ticket of its own. */
  ticketsOnRecord(): Promise<number>;
}

const atOnce = 8;

export async function openSubjects(url: string, analyses: readonly Analysis[]): Promise<Subjects> {
  const itsm = await createItsm({
    config: jiraConfig(url, { limits: { concurrency: atOnce } }),
    plugins: [jira],
    env: { JIRA_API_TOKEN: account.apiToken },
    logger: createLogger({ stream: createWriteStream('/dev/null'), readable: false }),
  });
  const client = createCloudClient({ host: url, auth: { type: 'basic', ...account } });
  const pool = new Pool(url, { connections: atOnce });
  const bodies: string[] = [];
  for (const analysis of analyses) {
    const [preview] = await itsm.preview(analysis, { online: true });
    bodies.push(preview?.request?.body ?? '');
  }
  const payloads = bodies.map(body => JSON.parse(body));
  const authorization = `Basic ${Buffer.from(`${account.email}:${account.apiToken}`).toString('base64')}`;
  let jobs = 0;
  return {
    async bridge(at) {
      const analysis = nth(analyses, at);
      const [delivery] = await itsm.createTickets({ ...analysis, job: { ...analysis.job, id: `job-${jobs++}` } });
      if (delivery?.status !== 'created') throw new Error(`It was not created: ${JSON.stringify(delivery)}`);
    },
    async jiraJs(at) {
      await client.issues.createIssue(nth(payloads, at));
    },
    async undici(at) {
      const headers = { accept: 'application/json', 'content-type': 'application/json', authorization };
      const request = { path: '/rest/api/3/issue', method: 'POST', headers, body: nth(bodies, at) } as const;
      const { statusCode, body } = await pool.request(request);
      await body.json();
      if (statusCode !== 201) throw new Error(`It was answered with ${statusCode}.`);
    },
    async ticketsOnRecord() {
      const records = await itsm.deliveries();
      const sentOnce = records.filter(({ status, attempts }) => status === 'created' && attempts === 1);
      return new Set(sentOnce.map(({ ticket }) => ticket?.id)).size;
    },
    async [Symbol.asyncDispose]() {
      await itsm.close();
      await pool.close();
    },
  };
}

function nth<Item>(items: readonly Item[], at: number): Item {
  const item = items[at % items.length];
  if (item === undefined) throw new Error('There are no analyses.');
  return item;
}
