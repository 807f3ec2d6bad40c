import { setTimeout as sleep } from 'node:timers/promises';
import { deliveryKey, type Ledger } from '@itsm-bridge/core';
import { createPostgresLedger } from '@itsm-bridge/postgres';
import { Client } from 'pg';
import type { Count } from '../benchmark.ts';
import { shortestAnalysis } from '../pipeline/example-analyses.ts';
import { copyDeliveriesSql } from './copy-deliveries.sql.ts';
import { countSql } from './count.sql.ts';

/** A ledger on a database of its own, where deliveries wait for Jira. */
export interface Backlog extends AsyncDisposable {
  readonly database: string;
  /** So many more wait, all at once: a worker sees none of them before the last one. */
  fill(count: number): Promise<void>;
  /** What autovacuum does once it comes by, so that it does not come by while something is measured. */
  tidy(): Promise<void>;
  /** As a worker does now and then. */
  sweep(): Promise<void>;
  /** Until nothing waits any more. */
  drained(): Promise<void>;
  /** So many wait, or have waited. */
  filled(): number;
  /** Once it is drained: what is on record of them. */
  counts(): Promise<readonly Count[]>;
}

const lane = { environment: 'default', integration: 'jira' } as const;
const atOnce = 10_000;

/** @param admin the URL of the server's own database, `name` that of the new one */
export async function openBacklog(admin: string, name: string): Promise<Backlog> {
  const creator = new Client({ connectionString: admin });
  await creator.connect();
  await creator.query(`create database ${name}`);
  await creator.end();
  const database = admin.replace(/[^/]+$/, name);
  const ledger = await createPostgresLedger({ url: database });
  const client = new Client({ connectionString: database });
  await client.connect();
  let jobs = 0;
  const nextJob = () => {
    const jobId = `rca-bench-${jobs++}`;
    return { jobId, key: deliveryKey({ ...lane, jobId }) };
  };
  return {
    database,
    async fill(count) {
      await client.query('begin');
      const first = nextJob();
      await enqueue(ledger, first, client);
      for (let left = count - 1; left > 0; left -= atOnce) {
        const copies = Array.from({ length: Math.min(left, atOnce) }, nextJob);
        const values = [first.key, first.jobId, copies.map(({ key }) => key), copies.map(({ jobId }) => jobId)];
        for (const sql of copyDeliveriesSql) await client.query(sql, values);
      }
      await client.query('commit');
    },
    async tidy() {
      await client.query('vacuum (analyze)');
    },
    async sweep() {
      await ledger.queue.sweep(lane);
    },
    async drained() {
      for (;;) {
        const { pending, sending } = await ledger.queue.depth(lane);
        if (pending + sending === 0) return;
        // To count many costs the server more than to wait a little longer.
        await sleep(pending > 1000 ? 1000 : 20);
      }
    },
    filled: () => jobs,
    async counts() {
      const { rows } = await client.query<Readonly<Record<'deliveries' | 'tickets' | 'events', number>>>(countSql);
      return Object.entries(rows[0] ?? {}).map(([what, counted]) => ({
        ...{ what: `${what} on record, ${name}`, expected: jobs, counted },
      }));
    },
    async [Symbol.asyncDispose]() {
      await client.end();
      await ledger.close();
    },
  };
}

async function enqueue(ledger: Ledger, { key, jobId }: Readonly<Record<'key' | 'jobId', string>>, transaction: Client) {
  const { severity, title } = shortestAnalysis.job;
  const analysis = { ...shortestAnalysis, job: { ...shortestAnalysis.job, id: jobId } };
  await ledger.queue.enqueue([{ ...lane, key, jobId, platform: 'jira', severity, title, analysis }], transaction);
}
