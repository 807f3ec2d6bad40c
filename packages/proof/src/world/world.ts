import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createItsm, createLogger, deliveryKey, type Itsm, type Ledger, type Severity } from '@itsm-bridge/core';
import { jira as jiraPlugin } from '@itsm-bridge/plugin-jira';
import { servicenow as servicenowPlugin } from '@itsm-bridge/plugin-servicenow';
import { createPostgresLedger } from '@itsm-bridge/postgres';
import { freePort, password, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import {
  type JiraOptions,
  type JiraSimulator,
  type ServiceNowOptions,
  type ServiceNowSimulator,
  startJira,
  startServiceNow,
} from '@itsm-bridge/testkit';
import { integrationOf, type Platform } from './integration-of.ts';
import { startTrappedProxy, type TrappedProxy } from './trapped-proxy.ts';
import { startWorker, type WorkerProcess } from './worker-process.ts';

export interface WorldOptions {
  readonly servicenow?: ServiceNowOptions;
  readonly jira?: JiraOptions;
  /** Members of the integrations, over the hasty ones of a proof. */
  readonly members?: Readonly<Record<string, unknown>>;
  /** An address where nothing answers, for this one. */
  readonly dead?: Platform;
}

/** A worker behind lines of its own, so that it can be told from the others. */
export interface Employee {
  readonly worker: WorkerProcess;
  readonly database: TrappedProxy;
  readonly platforms: Readonly<Record<Platform, TrappedProxy>>;
  /** A new process behind the same lines, after the last one has ended. */
  restart(): Promise<void>;
}

/** A PostgreSQL, two platforms, and workers between them. */
export interface World extends AsyncDisposable {
  readonly postgres: TestPostgres;
  readonly servicenow: ServiceNowSimulator;
  readonly jira: JiraSimulator;
  /** Of the proof itself, straight to the server. */
  readonly ledger: Ledger;
  readonly environment: string;
  employ(args?: readonly string[]): Promise<Employee>;
  /** Puts deliveries in the queue, as `itsm create --enqueue` does. */
  enqueue(platform: Platform, jobs: readonly string[], severity?: Severity): Promise<void>;
  keyOf(platform: Platform, job: string): string;
  /** A free port for the metrics of a worker, always the same one for a number. */
  metricsPort(worker: number): number;
  /** The SDK on the same ledger, straight to the platforms. @param database @default straight to the server, too */
  openItsm(database?: string): Promise<Itsm>;
  /** The platform's own count of tickets with the key. */
  ticketsOf(platform: Platform, key: string): number;
}

export async function createWorld(options: WorldOptions = {}): Promise<World> {
  const dir = await mkdtemp(join(tmpdir(), 'itsm-proof-'));
  const postgres = await startPostgres();
  const servicenow = await startServiceNow(options.servicenow);
  const jira = await startJira(options.jira);
  const ledger = await createPostgresLedger({ url: postgres.url() });
  const ports = await Promise.all(Array.from({ length: 4 }, freePort));
  const environment = 'proof';
  const employees: (Employee & { readonly close: () => Promise<void> })[] = [];
  const keyOf = (platform: Platform, jobId: string) => deliveryKey({ environment, integration: platform, jobId });

  let hired = 0;
  const employ = async (args: readonly string[] = []): Promise<Employee> => {
    const configFile = join(dir, `worker-${hired++}.json`);
    const database = await startTrappedProxy(postgres);
    const platforms = {
      servicenow: await startTrappedProxy({ port: portOf(servicenow.url) }),
      jira: await startTrappedProxy({ port: portOf(jira.url) }),
    };
    const urlOf = (platform: Platform) =>
      `http://127.0.0.1:${platform === options.dead ? 1 : platforms[platform].port}`;
    const config = {
      $settings: { environment },
      servicenow: integrationOf('servicenow', urlOf('servicenow'), options.members),
      jira: integrationOf('jira', urlOf('jira'), options.members),
    };
    await writeFile(configFile, JSON.stringify(config));
    const url = `postgres://postgres:${password}@127.0.0.1:${database.port}/postgres`;
    const start = () => startWorker({ configFile, database: url, args, cwd: dir });
    let worker = await start();
    const employee = {
      get worker() {
        return worker;
      },
      database,
      platforms,
      async restart() {
        await worker.ended;
        worker = await start();
      },
      async close() {
        worker.kill('SIGKILL');
        await worker.ended;
        for (const line of [database, ...Object.values(platforms)]) await line[Symbol.asyncDispose]();
      },
    };
    employees.push(employee);
    return employee;
  };

  return {
    ...{ postgres, servicenow, jira, ledger, environment, employ, keyOf },
    async enqueue(platform, jobs, severity = 'critical') {
      for (const jobId of jobs) {
        const analysis = { job: { id: jobId, title: `Job ${jobId}`, severity }, analysis: { root_cause: 'A proof.' } };
        const identity = { key: keyOf(platform, jobId), jobId, integration: platform, platform };
        await ledger.queue.enqueue([{ ...identity, environment, severity, analysis }]);
      }
    },
    metricsPort: worker => ports[worker] ?? 0,
    openItsm: (database = postgres.url()) =>
      createItsm({
        config: {
          value: {
            $settings: { environment },
            servicenow: integrationOf('servicenow', servicenow.url, options.members),
            jira: integrationOf('jira', jira.url, options.members),
          },
        },
        plugins: [servicenowPlugin, jiraPlugin],
        ledger: () => createPostgresLedger({ url: database }),
        logger: createLogger({ stream: new Writable({ write: (_chunk, _encoding, done) => done() }), readable: false }),
      }),
    ticketsOf: (platform, key) => (platform === 'jira' ? jira.countByLabel(key) : servicenow.countByKey(key)),
    async [Symbol.asyncDispose]() {
      for (const employee of employees) await employee.close();
      await ledger.close().catch(() => {});
      await Promise.all([servicenow.close(), jira.close()]);
      await postgres.stop();
      await rm(dir, { recursive: true, force: true });
    },
  };
}

const portOf = (url: string): number => Number(new URL(url).port);
