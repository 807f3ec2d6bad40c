import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { type JiraSimulator, type ServiceNowSimulator, startJira, startServiceNow } from '@itsm-bridge/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShell, type Shell, sandboxSecrets, specConfig } from './shell.ts';

const folder = new URL('../../../../examples/analyses/', import.meta.url).pathname;
const files = (await readdir(folder)).filter(name => name.endsWith('.json')).map(name => join(folder, name));

let shell: Shell;
let servicenow: ServiceNowSimulator;
let jira: JiraSimulator;
let bodies: readonly Record<string, unknown>[];
let created: readonly Record<string, unknown>[];

const withConfig = ['--config', 'itsm_config.json'];

beforeAll(async () => {
  shell = await openShell(sandboxSecrets);
  servicenow = await startServiceNow();
  jira = await startJira();
  await shell.write('itsm_config.json', await specConfig(servicenow.url, jira.url));
  bodies = await shell.json(['preview', ...files, ...withConfig, '--online']);
  servicenow.clearRequests();
  jira.clearRequests();
  created = await shell.json(['create', ...files, ...withConfig]);
});

afterAll(async () => {
  await servicenow.close();
  await jira.close();
  await shell[Symbol.asyncDispose]();
});

describe('itsm create with the specification’s config on every example analysis', () => {
  it('prints one line per analysis and integration, in the documented members and order', () => {
    expect(created).toHaveLength(files.length * 2);
    const [incident, issue] = created;
    expect(Object.keys(incident ?? {})).toEqual(
      'key job_id integration platform success status ticket_id sys_id url attempts duration_ms dry_run warnings'.split(
        ' ',
      ),
    );
    expect(incident).toMatchObject({
      integration: 'servicenow',
      success: true,
      status: 'created',
      ticket_id: 'INC0010001',
      sys_id: expect.stringMatching(/^[0-9a-f]{32}$/),
      attempts: 1,
      dry_run: false,
      warnings: [],
    });
    expect(issue).toMatchObject({ integration: 'jira', success: true, ticket_id: 'OPS-1', jira_key: 'OPS-1' });
    expect(issue).not.toHaveProperty('sys_id');
  });

  it('makes one ticket per analysis on each platform, with its key', () => {
    expect(servicenow.incidents()).toHaveLength(files.length);
    expect(jira.issues()).toHaveLength(files.length);
    for (const { key, integration } of created) {
      const count = integration === 'jira' ? jira.countByLabel(String(key)) : servicenow.countByKey(String(key));
      expect(count).toBe(1);
    }
  });

  it('sends the bodies that itsm preview --online printed, byte for byte', () => {
    const posts = [...servicenow.requests, ...jira.requests].filter(
      // What belongs to a ticket follows it: the link to its analysis.
      ({ method, path }) => method === 'POST' && !path.endsWith('/remotelink'),
    );
    const received = posts.map(({ path, body }) => `${path} ${body}`).sort();
    const previewed = bodies.map(({ url, body }) => `${new URL(String(url)).pathname} ${body}`).sort();
    expect(previewed).toEqual(received);
  });

  it('arrives with the specification’s priority for every severity', () => {
    const bySeverity = { critical: ['1', 'Highest'], high: ['2', 'High'], medium: ['3', 'Medium'], low: ['4', 'Low'] };
    const stored = servicenow.incidents().map(({ priority }) => priority);
    const named = jira.issues().map(({ fields }) => (fields.priority as { name: string }).name);
    const pairs = stored.map((priority, index) => `${priority} ${named[index]}`);
    expect(new Set(pairs)).toEqual(new Set(Object.values(bySeverity).map(pair => pair.join(' '))));
  });

  it('shows no password in a preview', () => {
    expect(JSON.stringify(bodies)).not.toContain(Buffer.from('integration_user:sandbox').toString('base64'));
    expect(bodies[0]).toMatchObject({ method: 'POST', headers: { Authorization: 'Basic [secret]' } });
  });

  it('creates nothing new when it is run again, and answers with the same tickets', async () => {
    const again = await shell.json(['create', ...files, ...withConfig]);
    const tickets = (lines: typeof again) => lines.map(({ key, ticket_id, url }) => ({ key, ticket_id, url }));
    expect(tickets(again)).toEqual(tickets(created));
    expect(again.every(({ existing, success }) => existing === true && success === true)).toBe(true);
    expect(servicenow.incidents()).toHaveLength(files.length);
    expect(jira.issues()).toHaveLength(files.length);
  });

  it('lists them with itsm tickets', async () => {
    const rows = await shell.json(['tickets', ...withConfig]);
    expect(rows.map(({ ticket_id }) => ticket_id).sort()).toEqual(created.map(({ ticket_id }) => ticket_id).sort());
    const { stdout } = await shell.itsm(['tickets', 'rca-2018-10-21-github', ...withConfig]);
    expect(stdout.split('\n')[0]).toMatch(/^JOB +INTEGRATION +STATUS +TICKET +UPDATED +LINK OR REASON$/);
    expect(stdout.trim().split('\n')).toHaveLength(3);
  });

  it('updates both tickets of a job: a work note and a comment', async () => {
    const { status, stdout } = await shell.itsm([
      'update',
      'rca-2018-10-21-github',
      '--note',
      'Now **mended**.',
      ...withConfig,
    ]);
    expect(status).toBe(0);
    expect(stdout.trim().split('\n')).toHaveLength(2);
    const incident = servicenow
      .incidents()
      .find(({ correlation_display }) => correlation_display === 'RCA job rca-2018-10-21-github');
    const notes = servicenow.journal(incident?.sys_id ?? '').filter(({ element }) => element === 'work_notes');
    expect(notes.at(-1)?.value).toMatch(
      /^\[code\]<p>Now <strong>mended<\/strong>\.<\/p><p><small>\[itsm-bridge note [0-9a-f]{12}\]<\/small><\/p>\[\/code\]$/,
    );
    const issue = jira.issues().find(({ comments }) => comments.length > 0);
    expect(JSON.stringify(issue?.comments.at(-1)?.body)).toContain('"text":"mended","marks":[{"type":"strong"}]');
  });

  it('touches no ticket of another environment in the same ledger', async () => {
    const config = JSON.parse(await specConfig(servicenow.url, jira.url));
    await shell.write('prod.json', { $settings: { environment: 'PROD' }, ...config });
    const before = servicenow.requests.length + jira.requests.length;
    const { status, stderr } = await shell.itsm([
      'update',
      'rca-2018-10-21-github',
      '--note',
      'x',
      '--config',
      'prod.json',
    ]);
    expect({ status, stderr }).toEqual({ status: 2, stderr: expect.stringContaining('has no ticket on record here') });
    expect(await shell.json(['tickets', '--config', 'prod.json'])).toEqual([]);
    expect(servicenow.requests.length + jira.requests.length).toBe(before);
  });

  it('checks the config offline, and the platforms online', async () => {
    const offline = await shell.json(['check', ...withConfig]);
    expect(offline.map(({ integration, step, ok }) => `${integration} ${step} ${ok}`)).toEqual([
      'servicenow request true',
      'jira request true',
    ]);
    const online = await shell.json(['check', '--online', ...withConfig]);
    expect(online.map(({ integration, step, ok }) => `${integration} ${step} ${ok}`)).toEqual([
      'servicenow request true',
      ...['reach', 'sign in', 'roles', 'read incident', 'write incident', 'correlation_id', 'read notes'].map(
        step => `servicenow ${step} true`,
      ),
      ...['read attachments', 'resolve', 'reopen', 'mapped fields'].map(step => `servicenow ${step} true`),
      'jira request true',
      ...[
        'reach',
        'sign in',
        'project OPS',
        'permissions',
        'search',
        'issue type Incident',
        'priority settable',
        'labels settable',
      ].map(step => `jira ${step} true`),
      ...['resolve', 'reopen', 'mapped fields'].map(step => `jira ${step} true`),
    ]);
  });

  it('says what it did not start when it is stopped', async () => {
    const { status, stderr } = await shell.itsm(['create', ...files, ...withConfig], AbortSignal.abort());
    expect(status).toBe(1);
    expect(stderr).toBe(`${files.length} of ${files.length} analyses were not started; run the same command again.\n`);
  });

  it('lists what is on record without any credentials', async () => {
    await using bare = await openShell();
    await bare.write('itsm_config.json', await specConfig(servicenow.url, jira.url));
    expect(await bare.itsm(['tickets', ...withConfig])).toMatchObject({ status: 0, stderr: 'Nothing is on record.\n' });
    const typo = await bare.itsm(['tickets', '--integration', 'jria', ...withConfig]);
    expect(typo).toMatchObject({ status: 2, stderr: expect.stringContaining('there is servicenow, jira.') });
  });

  it('says which option mends a sandbox port that is in use', async () => {
    const { port } = new URL(servicenow.url);
    const { status, stderr } = await shell.itsm(['sandbox', '--page-port', '0', '--servicenow-port', port]);
    expect({ status, stderr }).toEqual({
      status: 2,
      stderr: expect.stringMatching(/^error: .*EADDRINUSE.*Choose another with --servicenow-port\.\n$/),
    });
  });

  it('sends nothing in a dry run, and shows what it would have sent', async () => {
    const before = servicenow.requests.length + jira.requests.length;
    const [file = ''] = files;
    const lines = await shell.json(['create', file, '--dry-run', ...withConfig]);
    expect(lines.map(({ status, dry_run, success }) => ({ status, dry_run, success }))).toEqual([
      { status: 'dry_run', dry_run: true, success: true },
      { status: 'dry_run', dry_run: true, success: true },
    ]);
    expect(lines[0]).toMatchObject({ payload: { category: 'RCA Analysis', assignment_group: 'DevOps Team' } });
    expect(servicenow.requests.length + jira.requests.length).toBe(before);
  });

  it('exits 1 with the platform’s own words when a delivery fails, and does not hold up the other', async () => {
    const body = { errorMessages: [], errors: { priority: 'Specify a valid value for priority' } };
    jira.fault({ on: 'POST /rest/api/3/issue', effect: { kind: 'status', status: 400, body } });
    await shell.write('new.json', { job: { id: 'new', title: 'New', severity: 'low' }, analysis: {} });
    const { status, stdout } = await shell.itsm(['create', 'new.json', '--json', ...withConfig]);
    expect(status).toBe(1);
    const [incident, issue] = stdout
      .trim()
      .split('\n')
      .map(line => JSON.parse(line));
    expect(incident).toMatchObject({ success: true });
    expect(issue).toMatchObject({
      success: false,
      status: 'failed',
      attempts: 1,
      error: { kind: 'rejected', status: 400, message: 'priority: Specify a valid value for priority' },
    });
  });
});
