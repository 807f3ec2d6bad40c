import { readFile } from 'node:fs/promises';
import { startPostgres, type TestPostgres } from '@itsm-bridge/test-postgres';
import { type JiraSimulator, startJira } from '@itsm-bridge/testkit';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openShell, type Shell, sandboxSecrets, specConfig } from './shell.ts';

const jira = ['--config', 'itsm_config.json', '--integration', 'jira'];
const url = 'https://rca.example.com/jobs/abc123';

/** A ledger that each command opens at once: an embedded one takes seconds. */
let postgres: TestPostgres;
beforeAll(async () => {
  postgres = await startPostgres();
}, 60_000);
afterAll(() => postgres.stop());

describe.each([
  ['cloud', { deployment: 'cloud', email: 'integration@company.com', api_token: '${JIRA_API_TOKEN}' }],
  ['datacenter', { auth: { type: 'bearer', token: '${JIRA_API_TOKEN}' } }],
] as const)('the command against Jira, %s', (deployment, signIn) => {
  let shell: Shell;
  let site: JiraSimulator;
  const issue = () => site.issues()[0];
  const changed = async (...args: readonly string[]) => {
    const lines = await shell.json([...args, ...jira]);
    expect(lines.map(({ status }) => status)).toEqual(lines.map(() => 'updated'));
    return lines;
  };

  beforeAll(async () => {
    shell = await openShell({ ...sandboxSecrets, DATABASE_URL: postgres.url() });
    site = await startJira({ deployment, bearerTokens: ['sandbox'] });
    const written = JSON.parse(await specConfig('https://instance.service-now.com', site.url));
    const { email: _email, api_token: _token, ...rest } = written.jira;
    const $settings = { environment: deployment };
    await shell.write('itsm_config.json', { $settings, jira: { ...rest, ...signIn } });
    const long = 'A paragraph of the report.\n\n'.repeat(2000);
    const report = { format: 'markdown', content: `# Report\n\n${long}` };
    await shell.write('job.json', {
      job: { id: 'abc123', title: 'Checkout times out', severity: 'high', affected_systems: ['checkout-api'], url },
      report,
    });
    await shell.write('heap.log', 'a heap');
  });
  afterAll(async () => {
    await site.close();
    await shell[Symbol.asyncDispose]();
  });

  it('checks it, and shows its fields', async () => {
    const checked = await shell.itsm(['check', '--online', ...jira]);
    expect(checked).toMatchObject({ status: 0, stderr: '' });
    expect(checked.stdout).toMatch(
      new RegExp(`^ok +jira: reach: .* is Jira ${deployment === 'cloud' ? 'Cloud' : 'Data'}`, 'm'),
    );
    const { stdout } = await shell.itsm(['fields', 'jira', '--config', 'itsm_config.json']);
    expect(stdout).toMatch(/^FIELD +NAME +TYPE +REQUIRED +ALLOWED$/m);
    expect(stdout).toMatch(/^priority +Priority +priority +Highest, High, Medium, Low, Lowest$/m);
    const required = await shell.json(['fields', 'jira', '--required', '--config', 'itsm_config.json']);
    expect(required).toMatchObject([{ id: 'project' }, { id: 'summary' }, { id: 'issuetype', required: true }]);
    expect(site.issues()).toEqual([]);
  });

  it('previews what becomes of the ticket after it is made', async () => {
    const { stdout } = await shell.itsm(['preview', 'job.json', ...jira]);
    expect(stdout).toMatch(
      /^# then: link to https:\/\/rca\.example\.com\/jobs\/abc123 \(Analysis: Checkout times out\)$/m,
    );
    expect(stdout).toMatch(/^# then: attach analysis-abc123\.md \(\d+ bytes\)$/m);
    const [line] = await shell.json(['preview', 'job.json', ...jira]);
    expect(line?.follow_ups).toMatchObject([
      { kind: 'link', url },
      { kind: 'attach', media_type: 'text/markdown' },
    ]);
  });

  it('creates the ticket, with the whole report and the way back to the analysis', async () => {
    const [line] = await shell.json(['create', 'job.json', ...jira]);
    expect(line).toMatchObject({ status: 'created', jira_key: 'OPS-1', url: `${site.url}/browse/OPS-1`, warnings: [] });
    expect(issue()?.attachments).toMatchObject([{ filename: 'analysis-abc123.md' }]);
    expect(issue()?.remoteLinks).toMatchObject([{ object: { url } }]);
    const [again] = await shell.json(['create', 'job.json', ...jira]);
    expect(again).toMatchObject({ status: 'created', existing: true });
    expect(site.issues()).toHaveLength(1);
  });

  it('updates it: a note and a field', async () => {
    await changed('update', 'abc123', '--note', 'The **patch** is live.', '--field', 'priority=Low');
    expect(issue()?.comments).toHaveLength(1);
    expect(issue()?.fields.priority).toMatchObject({ name: 'Low' });
    const { status, stdout } = await shell.itsm(['update', 'abc123', '--field', 'priority=Lowe', ...jira]);
    expect(status).toBe(1);
    expect(stdout).toContain('priority: found "Lowe"; accepted are Highest, High, Medium, Low, Lowest.');
  });

  it('attaches a file, once', async () => {
    const [line] = await changed('attach', 'abc123', 'heap.log');
    expect(line).toMatchObject({ kind: 'attach', success: true });
    const [again] = await changed('attach', 'abc123', 'heap.log');
    expect(again).toMatchObject({ existing: true });
    expect(issue()?.attachments.map(({ filename, mimeType }) => [filename, mimeType])).toEqual([
      ['analysis-abc123.md', 'text/markdown'],
      ['heap.log', 'text/plain'],
    ]);
  });

  it('resolves it and reopens it', async () => {
    await changed('resolve', 'abc123', '--note', 'Fixed in 2.4.1.');
    expect(issue()?.fields.status).toMatchObject({ statusCategory: { key: 'done' } });
    expect(issue()?.comments).toHaveLength(2);
    await changed('reopen', 'abc123');
    expect(issue()?.fields.status).toMatchObject({ statusCategory: { key: 'indeterminate' } });
  });

  it('with a bad token makes no ticket and no duplicate: one auth failure, then the lane is closed', async () => {
    const { $settings, jira: written } = JSON.parse(await readFile(`${shell.dir}/itsm_config.json`, 'utf8'));
    const wrong = 'auth' in written ? { auth: { type: 'bearer', token: 'ended' } } : { api_token: 'ended' };
    await shell.write('ended.json', { $settings, jira: { ...written, ...wrong } });
    const job = (id: string) => ({ job: { id, title: 'Disk full', severity: 'high' } });
    await shell.write('one.json', job('one'));
    await shell.write('two.json', job('two'));
    const before = site.issues().length;
    const lines = [
      ...(await shell.json(['create', 'one.json', '--config', 'ended.json'])),
      ...(await shell.json(['create', 'two.json', '--config', 'ended.json'])),
    ];
    expect(lines).toMatchObject([
      { status: 'failed', error: { kind: 'auth', status: 401 } },
      { status: 'pending', error: { kind: 'held' } },
    ]);
    expect(site.issues()).toHaveLength(before);
    const { stdout } = await shell.itsm(['lanes', '--config', 'ended.json']);
    expect(stdout).toMatch(/jira.*breaker/i);
  });
});

describe('itsm attach, used wrongly', () => {
  it.each([
    ['a file that is not there', 'nothing.log', 'nothing.log: cannot be attached: there is no such file.'],
    ['a folder', '.', '.: cannot be attached: it is a folder.'],
  ])('%s ends with status 2, and asks nobody', async (_what, file, message) => {
    await using shell = await openShell(sandboxSecrets);
    await shell.write(
      'itsm_config.json',
      await specConfig('https://instance.service-now.com', 'https://a.atlassian.net'),
    );
    const { status, stderr } = await shell.itsm(['attach', 'abc123', file, ...jira]);
    expect([status, stderr]).toEqual([2, `error: ${message}\n`]);
  });
});
