import { setTimeout as sleep } from 'node:timers/promises';
import { type Pool, poolFor } from '@itsm-bridge/test-postgres';
import { createWorld } from '../world/world.ts';
import { untilSettled } from './settled.ts';
import { type Tally, tally } from './tally.ts';

export interface PostgresChaos {
  /** On each platform. */
  readonly deliveries: number;
  readonly workers: number;
  /** How long the server is away in mid-run. */
  readonly downMs: number;
  /** How many backends are ended, one after the other. */
  readonly backends: number;
}

export interface ChaosResult extends Tally {
  /** The last words of workers that ended: there should be none. */
  readonly exits: readonly string[];
  readonly ended: number;
  /** Connections that were taken away, until the server had none left. */
  readonly hoarded: number;
}

/** How long there is no connection to be had. */
const hoardMs = 2_000;
/** A pool gives a connection back that is idle for ten seconds, which pass on a slow machine before all are taken. */
const kept = { idleTimeoutMillis: 0 };

/** PostgreSQL is stopped and started in mid-run; its backends are ended in a stream; then its connections are used up. */
export async function postgresChaos({ deliveries, workers, downMs, backends }: PostgresChaos): Promise<ChaosResult> {
  await using world = await createWorld({ servicenow: { latencyMs: 20 }, jira: { latencyMs: 20 } });
  const employees = await Promise.all(Array.from({ length: workers }, () => world.employ()));
  const logs: string[] = [];
  for (const { worker } of employees) {
    void worker.ended.then(() => logs.push(worker.log().slice(-20).join('\n')));
  }
  const jobs = (from: number, count: number) => Array.from({ length: count }, (_, n) => `job-${from + n}`);
  const half = Math.ceil(deliveries / 2);
  for (const platform of ['servicenow', 'jira'] as const) await world.enqueue(platform, jobs(0, half));
  await world.postgres.down();
  await sleep(downMs);
  await world.postgres.up();

  let ended = 0;
  const rest = (async () => {
    for (const job of jobs(half, deliveries - half)) {
      for (const platform of ['servicenow', 'jira'] as const) await insistently(() => world.enqueue(platform, [job]));
    }
  })();
  const rows = poolFor({ ...kept, connectionString: world.postgres.url(), application_name: 'chaos' });
  const others = `select pg_terminate_backend(pid) from pg_stat_activity
    where pid <> pg_backend_pid() and application_name <> 'chaos' and backend_type = 'client backend'
    order by random() limit 1`;
  for (; ended < backends; ended++) {
    await rows.query(others).catch(() => {});
    await sleep(40);
  }
  const hoard = await takeAll(world.postgres.url());
  await rows.query(others.replace('limit 1', '').replace("<> 'chaos'", "not in ('chaos', 'hoard')"));
  await sleep(hoardMs);
  await Promise.all(hoard.map(pool => pool.end()));
  await rows.end();
  await rest;
  await untilSettled(world, deliveries * 2, 120_000);
  return { ...(await tally(world)), exits: [...logs], ended, hoarded: hoard.length };
}

/** Connections until the server refuses one more: ended workers then find none for themselves. */
async function takeAll(connectionString: string): Promise<readonly Pool[]> {
  const taken: Pool[] = [];
  for (;;) {
    const pool = poolFor({ ...kept, connectionString, application_name: 'hoard' });
    try {
      await pool.query('select 1');
      taken.push(pool);
    } catch {
      await pool.end();
      return taken;
    }
  }
}

/** The proof's own connection is ended like any other. */
async function insistently(step: () => Promise<void>): Promise<void> {
  for (let tries = 0; ; tries++) {
    try {
      return await step();
    } catch (error) {
      if (tries > 200) throw error;
      await sleep(50);
    }
  }
}
