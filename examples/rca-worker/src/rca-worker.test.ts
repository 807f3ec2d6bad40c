import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import { poolFor, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { type JiraSimulator, type ServiceNowSimulator, startJira, startServiceNow } from '@itsm-bridge/testkit';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';

let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
});
afterAll(() => postgres.stop());

let dir: string;
let database = 0;
let servicenow: ServiceNowSimulator;
let jira: JiraSimulator;

beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'rca-worker-'));
  const pool = poolFor({ connectionString: postgres.url() });
  await pool.query(`create database test_${++database}`).finally(() => pool.end());
  servicenow = await startServiceNow();
  jira = await startJira();
  const template = await readFile(new URL('../../config/itsm_config.json', import.meta.url), 'utf8');
  const config = template
    .replace('https://instance.service-now.com', servicenow.url)
    .replace('https://company.atlassian.net', jira.url);
  await writeFile(join(dir, 'itsm_config.json'), config);
});

afterEach(async () => {
  await servicenow.close();
  await jira.close();
  await rm(dir, { recursive: true, force: true });
});

const startWorker = () =>
  spawn(process.execPath, ['--conditions=source', new URL('./main.ts', import.meta.url).pathname], {
    env: {
      ...process.env,
      ITSM_CONFIG: join(dir, 'itsm_config.json'),
      ITSM_DIR: join(dir, '.itsm'),
      DATABASE_URL: postgres.url(`test_${database}`),
      SERVICENOW_PASSWORD: 'sandbox',
      JIRA_API_TOKEN: 'sandbox',
    },
    stdio: ['pipe', 'pipe', 'pipe'],
  });

const message = (id: string) =>
  `${JSON.stringify({ job: { id, title: `Job ${id}`, severity: 'low' }, analysis: { root_cause: 'A full disk.' } })}\n`;

describe('the worker', () => {
  it('delivers what the queue hands out and ends with it', async () => {
    const worker = startWorker();
    worker.stdin.end(message('a') + message('b') + message('a'));
    const [code] = await once(worker, 'exit');
    expect(code).toBe(0);
    expect(servicenow.incidents().map(({ short_description }) => short_description)).toEqual(['Job a', 'Job b']);
    expect(jira.issues()).toHaveLength(2);
  });

  it('hands back what has to wait', async () => {
    const effect = { kind: 'status', status: 429, headers: { 'Retry-After': '3600' }, body: {} } as const;
    jira.fault({ on: 'POST /rest/api/3/issue', effect });
    const worker = startWorker();
    worker.stdin.end(message('a'));
    const [said] = await Promise.all([text(worker.stderr), once(worker, 'exit')]);
    expect(said).toContain('handed back: jira pending\n');
    expect(servicenow.incidents()).toHaveLength(1);
  });

  it('finishes what is in flight on SIGTERM, takes nothing more and exits cleanly', async () => {
    const slow = { on: 'POST /api/now/table/incident', effect: { kind: 'delay', ms: 400 } } as const;
    servicenow.fault(slow);
    const worker = startWorker();
    worker.stdin.write(message('a'));
    await vi.waitFor(() => expect(jira.issues()).toHaveLength(1), 30_000);
    worker.kill('SIGTERM');
    worker.stdin.write(message('b'));
    const lines: string[] = [];
    createInterface({ input: worker.stdout }).on('line', line => lines.push(line));
    const [code] = await once(worker, 'exit');
    expect(code).toBe(0);
    expect(lines.at(-1)).toBe('1 analyses delivered');
    expect(lines.filter(line => line.startsWith('a '))).toEqual([
      expect.stringMatching(/^a servicenow created http/),
      expect.stringMatching(/^a jira created http/),
    ]);
    expect(servicenow.incidents()).toHaveLength(1);
  });
});
