import { join } from 'node:path';
import { startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { type JiraSimulator, type ServiceNowSimulator, startJira, startServiceNow } from '@itsm-bridge/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { approvalCases } from './approval/approval-cases.ts';
import { reviewCases } from './approval/review-cases.ts';
import { openShell, type Shell, sandboxSecrets, specConfig } from './shell.ts';

const example = join(
  new URL('../../../../examples/analyses/', import.meta.url).pathname,
  '2024-03-tailscale-certificate-expiry.json',
);
const withConfig = ['--config', 'itsm_config.json'];

// On a server: the folder's own database takes seconds to open, once for each command.
let postgres: TestPostgres;
let shell: Shell;
let servicenow: ServiceNowSimulator;
let jira: JiraSimulator;

beforeAll(async () => {
  postgres = await startPostgres();
  shell = await openShell({ ...sandboxSecrets, DATABASE_URL: postgres.url() });
  servicenow = await startServiceNow();
  jira = await startJira();
  await shell.write('itsm_config.json', await specConfig(servicenow.url, jira.url));
});

afterAll(async () => {
  await servicenow.close();
  await jira.close();
  await shell[Symbol.asyncDispose]();
  await postgres.stop();
});

/** Works until `enough` says so, as SIGTERM would end it. */
async function workUntil(enough: () => boolean) {
  const stop = new AbortController();
  const worker = shell.itsm(['worker', ...withConfig], stop.signal);
  await expect.poll(enough, { interval: 10, timeout: 15_000 }).toBe(true);
  stop.abort();
  return worker;
}

describe('the queue from the command line, in the order of a bad day', () => {
  it('create --enqueue puts an analysis on record and sends nothing', async () => {
    const queued = await shell.json(['create', example, ...withConfig, '--enqueue']);
    expect(queued).toMatchObject([
      { integration: 'servicenow', status: 'pending', success: false, attempts: 0 },
      { integration: 'jira', status: 'pending', success: false, attempts: 0 },
    ]);
    expect([...servicenow.requests, ...jira.requests]).toEqual([]);
    const { status } = await shell.itsm(['create', example, ...withConfig, '--enqueue', '--wait']);
    expect(status).toBe(2);
  });

  it('pause holds an integration back, visibly; a worker delivers the other', async () => {
    const { stdout } = await shell.itsm(['pause', 'jira', ...withConfig]);
    expect(stdout).toMatch(
      /^jira +paused +1 pending, .*\n +jira is paused by the command line since 2\d{3}-.*"itsm resume jira" lets it go on\.\n$/,
    );
    const { status, stderr } = await workUntil(() => servicenow.incidents().length === 1);
    expect(status).toBe(0);
    expect(stderr).toContain('Working on servicenow, jira. SIGTERM ends it.');
    expect(jira.issues()).toEqual([]);
    expect(await shell.json(['tickets', ...withConfig])).toMatchObject([
      { integration: 'servicenow', status: 'created', ticket_id: 'INC0010001' },
      { integration: 'jira', status: 'pending' },
    ]);
  });

  it('create while it is paused waits as well, and says why', async () => {
    const [delivery] = await shell.json(['create', example, ...withConfig, '-i', 'jira']);
    expect(delivery).toMatchObject({
      status: 'pending',
      error: { kind: 'held', message: expect.stringContaining('jira is paused') },
    });
    expect(jira.requests).toEqual([]);
  });

  it('resume lets it go on', async () => {
    expect(await shell.json(['resume', 'jira', ...withConfig])).toMatchObject([{ integration: 'jira', state: 'open' }]);
    await workUntil(() => jira.issues().length === 1);
    expect(await shell.json(['tickets', ...withConfig])).toMatchObject([
      { status: 'created' },
      { integration: 'jira', status: 'created', ticket_id: 'OPS-1' },
    ]);
  });

  it('lanes tells of both, in JSON too', async () => {
    expect(await shell.json(['lanes', ...withConfig])).toMatchObject([
      { integration: 'servicenow', state: 'open', pending: 0, failed: 0, oldest_pending_seconds: 0 },
      { integration: 'jira', state: 'open' },
    ]);
    expect((await shell.itsm(['lanes', ...withConfig])).stdout).toMatch(/^jira +running +0 pending/m);
  });

  it('replay sends a dead letter again, and refuses what has its ticket', async () => {
    const job = { job: { id: 'dead-1', title: 'Checkout times out', severity: 'high' }, analysis: {} };
    await shell.write('dead.json', job);
    jira.fault({
      on: 'POST /rest/api/3/issue',
      effect: { kind: 'status', status: 400, body: { errorMessages: ['no'] } },
    });
    const [failed] = await shell.json(['create', 'dead.json', ...withConfig, '-i', 'jira']);
    expect(failed).toMatchObject({ status: 'failed', attempts: 1 });
    const [sent] = await shell.json(['replay', '--failed', ...withConfig]);
    expect(sent).toMatchObject({ job_id: 'dead-1', status: 'created', ticket_id: 'OPS-2', attempts: 2 });
    const again = await shell.itsm(['replay', String(failed?.key), ...withConfig]);
    expect(again.status).toBe(2);
    expect(again.stderr).toContain('has its ticket: OPS-2');
    expect((await shell.itsm(['replay', '--failed', ...withConfig])).stderr).toContain(
      'Nothing is left to be sent again.',
    );
  });

  it.each([
    [['pause', 'jria'], 'No enabled integration "jria" in the config; it has servicenow, jira.'],
    [['replay'], 'Give the key of one delivery, or --failed for all that failed.'],
    [['replay', 'itsm-0'], 'Nothing is on record under itsm-0.'],
    [['review', 'maybe'], 'review maybe: accepted are approve and reject, each with a key: itsm review approve KEY.'],
    [['review', 'approve'], 'Name the delivery: itsm review approve KEY.'],
    [['worker', '--drain', 'x'], 'Accepted is a number of seconds from 0 to 3600.'],
  ])('%j is refused with what is accepted', async (args, message) => {
    const { status, stderr } = await shell.itsm([...args, ...withConfig]);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});

describe('what waits for a person, from the command line', () => reviewCases(() => ({ shell, servicenow, jira })));

describe('an approval', () => approvalCases(() => ({ postgres, servicenow, jira })));
