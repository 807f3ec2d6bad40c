import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { installedPostgres, type Pool, poolFor, startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { type JiraSimulator, type ServiceNowSimulator, startJira, startServiceNow } from '@itsm-bridge/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShell, type Shell, sandboxSecrets } from './shell.ts';

const installed = await installedPostgres();
let postgres: TestPostgres;
let admin: Pool;
let servicenow: ServiceNowSimulator;
let jira: JiraSimulator;
let shell: Shell;

beforeAll(async () => {
  [postgres, servicenow, jira] = await Promise.all([startPostgres({ installed }), startServiceNow(), startJira()]);
  admin = poolFor({ connectionString: postgres.url() });
  shell = await openOn('postgres');
});
afterAll(async () => {
  await shell?.[Symbol.asyncDispose]();
  await admin?.end();
  await Promise.all([servicenow?.close(), jira?.close()]);
  await postgres?.stop();
});

/** The command with a config of both platforms, on that database. */
async function openOn(database: string, settings: object = {}): Promise<Shell> {
  const one = await openShell({ ...sandboxSecrets, DATABASE_URL: postgres.url(database) });
  // The simulators are done with a request when they have answered it.
  const soon = { settle_window: '1s' };
  await one.write('itsm_config.json', {
    $settings: settings,
    servicenow: {
      endpoint: servicenow.url,
      username: 'integration_user',
      password: `$\{SERVICENOW_PASSWORD}`,
      ...soon,
    },
    jira: {
      endpoint: jira.url,
      email: 'integration@company.com',
      api_token: `$\{JIRA_API_TOKEN}`,
      project_key: 'OPS',
      ...soon,
    },
  });
  return one;
}
const withConfig = ['--config', 'itsm_config.json'];
const jobs = (names: readonly string[]) =>
  names
    .map(id => ({ job: { id, title: `Job ${id}`, severity: 'high' }, analysis: { root_cause: `Mr Smith ${id}` } }))
    .map(one => JSON.stringify(one))
    .join('\n');
const tickets = () => [...servicenow.incidents(), ...jira.issues()].length;
/** A worker, as SIGTERM would end it. */
function startWorker(on: Shell, args: readonly string[] = []) {
  const stop = new AbortController();
  const printed = on.itsm(['worker', ...withConfig, ...args], stop.signal);
  return { printed, stop: () => stop.abort() };
}

describe('itsm prune', () => {
  const json = async (args: readonly string[] = []) => (await shell.json(['prune', ...withConfig, ...args]))[0];
  const nothing = { dry_run: false, deliveries: 0, changes: 0, dry_runs: 0, events: 0, audit: 0 };
  const age = () =>
    admin.query(`update itsm.deliveries set updated_at = updated_at - interval '91 days';
                 update itsm.events set at = at - interval '91 days';
                 update itsm.audit set at = at - interval '91 days'`);

  it('counts first, removes then, and leaves the ticket on record', async () => {
    await shell.write('old.jsonl', jobs(['old']));
    await shell.itsm(['create', 'old.jsonl', ...withConfig]);
    expect(await json()).toEqual(nothing);
    await admin.query(
      `insert into itsm.audit (environment, actor, action, detail) values ('default', 'ada', 'reject', 'Mr Smith knows')`,
    );
    await age();
    expect(await json(['--dry-run'])).toEqual({ ...nothing, dry_run: true, deliveries: 2, events: 2, audit: 1 });
    expect((await shell.itsm(['prune', ...withConfig])).stdout).toBe(
      'Removed the texts of 2 deliveries and 0 changes, 0 dry runs, 2 events, and the details of 1 audit row.\n',
    );
    const { rows } = await admin.query(
      `select string_agg(d::text, ' ') || string_agg(a::text, ' ') as all from itsm.deliveries d, itsm.audit a`,
    );
    expect(rows[0].all).not.toContain('Smith');
    const before = tickets();
    expect(await shell.json(['create', 'old.jsonl', ...withConfig])).toMatchObject([
      { integration: 'servicenow', status: 'created', ticket_id: 'INC0010001' },
      { integration: 'jira', status: 'created', ticket_id: 'OPS-1' },
    ]);
    expect(tickets()).toBe(before);
  });

  it('is done by a worker beside its deliveries, in batches', async () => {
    await admin.query(`
      insert into itsm.deliveries (key, job_id, integration, platform, status, token, claim_id, claimed_at, lease_ms,
        lease_until, environment, analysis, updated_at)
      select 'k' || n, 'j' || n, 'jira', 'jira', 'created', 1, gen_random_uuid(), now(), 0, now(), 'default',
        '{"text":"Mr Smith"}', now() - interval '91 days' from generate_series(1, 1600) as n`);
    const names = Array.from({ length: 20 }, (_, n) => `new ${n}`);
    await shell.write('new.jsonl', jobs(names));
    await shell.itsm(['create', 'new.jsonl', ...withConfig, '--enqueue']);
    const before = tickets();
    const worker = startWorker(shell);
    const left = async () =>
      (
        await admin.query(
          `select count(*)::int as n from itsm.deliveries where job_id like 'j%' and analysis is not null`,
        )
      ).rows[0].n;
    await expect.poll(left, { interval: 20, timeout: 30_000 }).toBe(0);
    await expect.poll(() => tickets() - before, { interval: 20, timeout: 30_000 }).toBe(40);
    worker.stop();
    const { status, stderr } = await worker.printed;
    expect(status).toBe(0);
    expect(stderr.split('\n').filter(line => line.includes('problem'))).toEqual([]);
  });

  it('keeps everything where the config says so', async () => {
    await using forGood = await openOn('postgres', { retention_days: null });
    await age();
    const { status, stderr } = await forGood.itsm(['prune', ...withConfig]);
    expect(status).toBe(2);
    expect(stderr).toContain('$settings.retention_days is null: texts are kept for good.');
    await using none = await openOn('postgres', { retention_days: 0 });
    expect((await none.itsm(['prune', ...withConfig])).stderr).toContain('retention_days');
  });
});

describe.skipIf(installed === undefined)('a ledger from a backup', () => {
  const tool = (name: string, args: readonly string[]) =>
    promisify(execFile)(join(installed ?? '', 'bin', name), [...args]);

  it('makes no second ticket: of what it knows, and of what was sent since', async () => {
    await admin.query('create database in_use');
    await admin.query('create database restored');
    await using before = await openOn('in_use');
    const dump = join(before.dir, 'ledger.dump');
    await before.write('known.jsonl', jobs(['a', 'b']));
    await before.write('queued.jsonl', jobs(['c', 'd', 'e', 'f']));
    await before.write('later.jsonl', jobs(['g', 'h']));
    await before.itsm(['create', 'known.jsonl', ...withConfig]);
    await before.itsm(['create', 'queued.jsonl', ...withConfig, '--enqueue']);
    const worker = startWorker(before);
    const backup = new Date().toISOString();
    await tool('pg_dump', ['--format=custom', `--file=${dump}`, postgres.url('in_use')]);
    await before.itsm(['create', 'later.jsonl', ...withConfig]);
    await before.itsm(['update', 'a', '--note', 'Seen', ...withConfig]);
    await expect
      .poll(async () => (await before.json(['tickets', ...withConfig])).filter(({ status }) => status === 'created'), {
        interval: 50,
        timeout: 30_000,
      })
      .toHaveLength(16);
    worker.stop();
    await worker.printed;
    const made = tickets();

    await tool('pg_restore', ['--no-owner', `--dbname=${postgres.url('restored')}`, dump]);
    await using after = await openOn('restored');
    const told = await after.itsm(['restored', '--backup', backup, ...withConfig]);
    expect(told.stdout).toContain('For 30 days each delivery and change is looked up before it is sent');
    for (const file of ['known.jsonl', 'queued.jsonl', 'later.jsonl']) {
      await after.write(file, jobs({ k: ['a', 'b'], q: ['c', 'd', 'e', 'f'], l: ['g', 'h'] }[file[0] ?? ''] ?? []));
      const again = await after.json(['create', file, ...withConfig, '--wait']);
      expect(again.map(({ success }) => success)).not.toContain(false);
      if (file === 'later.jsonl') expect(again.map(({ status }) => status)).toEqual(Array(4).fill('found'));
    }
    await after.itsm(['update', 'a', '--note', 'Seen', ...withConfig]);
    expect(tickets()).toBe(made);
    expect([...servicenow.ticketsByKey().values(), ...jira.ticketsByKey().values()].filter(n => n > 1)).toEqual([]);

    await after.write('fresh.jsonl', jobs(['fresh']));
    expect(await after.json(['create', 'fresh.jsonl', ...withConfig, '--wait'])).toMatchObject([
      { status: 'created' },
      { status: 'created' },
    ]);
  });

  it.each([
    [['--backup', 'yesterday'], 'accepted is a time with its zone, such as 2025-10-27T02:00:00Z.'],
    [['--backup', '2025-10-27T02:00:00'], 'accepted is a time with its zone'],
    [['--backup', '2999-10-27T02:00:00Z'], 'that is in the future'],
    [[], "required option '--backup <time>' not specified"],
  ])('%j is refused with what is accepted', async (args, message) => {
    const { status, stderr } = await shell.itsm(['restored', ...args, ...withConfig]);
    expect(stderr).toContain(message);
    expect(status).toBe(2);
  });
});

describe('itsm worker --listen', () => {
  it('answers probes on every address where it is told so', async () => {
    const worker = startWorker(shell, ['--listen', '0.0.0.0:0']);
    worker.stop();
    expect((await worker.printed).stderr).toMatch(/http:\/\/0\.0\.0\.0:[1-9]\d*\/metrics, \/healthz, \/readyz/);
    const { status, stderr } = await shell.itsm(['worker', '--listen', ':9464', ...withConfig]);
    expect(status).toBe(2);
    expect(stderr).toContain('accepted is PORT, ADDRESS:PORT or [ADDRESS]:PORT.');
  });
});
